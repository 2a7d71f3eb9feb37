<?php
/**
 * What the clinic has set, and what an operator has said in wp-config.php.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

/**
 * The plugin's settings.
 *
 * @return array{key: string, api: string, everywhere: bool} `key` is `pk_test_…` or `pk_live_…`;
 *     `api` an origin without a slash at its end; both empty until somebody has set them.
 *     `everywhere` loads the script on pages without an element too.
 */
function afterglow_settings() {
	$usual = array(
		'key'        => '',
		'api'        => '',
		'everywhere' => false,
	);
	$kept  = get_option( 'afterglow' );
	return array_merge( $usual, array_intersect_key( is_array( $kept ) ? $kept : array(), $usual ) );
}

/**
 * Whether there is enough to load the elements.
 *
 * @return bool
 */
function afterglow_is_set_up() {
	$settings = afterglow_settings();
	return '' !== $settings['key'] && '' !== $settings['api'];
}

/**
 * The private key that signs identity tokens, as PEM. It is read from wp-config.php or the environment
 * and never kept in the database: a copy of the database would else let its reader sign in as any
 * patient.
 *
 * @return string Empty where there is none.
 */
function afterglow_identity_key() {
	$given = defined( 'AFTERGLOW_IDENTITY_KEY' ) ? AFTERGLOW_IDENTITY_KEY : getenv( 'AFTERGLOW_IDENTITY_KEY' );
	return is_string( $given ) ? trim( $given ) : '';
}
