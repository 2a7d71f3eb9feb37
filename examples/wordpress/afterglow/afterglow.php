<?php
/**
 * Plugin Name:       Afterglow
 * Description:       Points, tiers, packages, offers and referral links of an aesthetic clinic, by shortcodes and a block.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Text Domain:       afterglow
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

define( 'AFTERGLOW_FILE', __FILE__ );

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/elements.php';
require __DIR__ . '/includes/script-tag.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/token.php';
require __DIR__ . '/includes/identity.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
}
