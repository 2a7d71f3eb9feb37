#!/usr/bin/env node
// npm links what is there when it installs, and dist/ is made after it.
import '../dist/node/main.js';
