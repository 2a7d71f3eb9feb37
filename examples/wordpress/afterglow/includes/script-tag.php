<?php
/**
 * The script tag and the stylesheet, once on each page that has an element.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

add_action( 'wp_head', 'afterglow_print_in_head', 7 );
add_action( 'wp_footer', 'afterglow_print_in_footer' );

/**
 * Whether something on this page has asked for the script. A block theme draws its blocks before the
 * head; in a classic theme elements of the content are found by looking, and others in the footer.
 *
 * @param bool $now True: it is needed.
 * @return bool
 */
function afterglow_need_script( $now = true ) {
	static $is_needed = false;
	$is_needed        = $is_needed || $now;
	return $is_needed;
}

/** In the head, so that the program is asked for before the page has been read to its end. */
function afterglow_print_in_head() {
	$settings = afterglow_settings();
	if ( $settings['everywhere'] || afterglow_need_script( false ) || afterglow_is_in_content() ) {
		afterglow_print_script();
	}
}

/** What was met after the head, such as a shortcode in a widget. */
function afterglow_print_in_footer() {
	if ( afterglow_need_script( false ) ) {
		afterglow_print_script();
	}
}

/**
 * Whether the page that is shown has the shortcode or the block in its text.
 *
 * @return bool
 */
function afterglow_is_in_content() {
	$post = is_singular() ? get_post() : null;
	return $post && ( has_shortcode( $post->post_content, 'afterglow' ) || has_block( 'afterglow/element', $post ) );
}

/** Prints both tags, the first time that it is called. They say nothing of who asks for the page. */
function afterglow_print_script() {
	static $is_printed = false;
	if ( $is_printed || ! afterglow_is_set_up() ) {
		return;
	}
	$is_printed = true;
	$settings   = afterglow_settings();
	$folder     = $settings['api'] . '/afterglow/1/';
	$attributes = array(
		'type'                 => 'module',
		'src'                  => $folder . 'afterglow.js',
		'data-publishable-key' => $settings['key'],
		'data-lang'            => get_bloginfo( 'language' ),
	);
	if ( '' !== afterglow_identity_url() ) {
		$attributes['data-identity-url'] = afterglow_identity_url();
	}
	// By hand and not through the queue, where plugins that join files would take it to another origin.
	echo '<link rel="stylesheet" href="' . esc_url( $folder . 'afterglow.css' ) . '">' . "\n"; // phpcs:ignore WordPress.WP.EnqueuedResources
	wp_print_script_tag( $attributes );
}
