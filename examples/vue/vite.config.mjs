import vue from '@vitejs/plugin-vue';

/** Without the first line Vue looks for components of these names, and warns that there are none. */
const isElement = (tag) => tag.includes('-');

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: isElement } } })],
};
