<?php
/**
 * Takes the settings away with the plugin.
 *
 * @package Afterglow
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'afterglow' );
