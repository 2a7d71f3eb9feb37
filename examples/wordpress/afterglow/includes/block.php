<?php
/**
 * The block, drawn by the server as the shortcode is.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'afterglow_register_block' );

/** Registers the block and the script of its editor. */
function afterglow_register_block() {
	wp_register_script(
		'afterglow-block',
		plugins_url( 'block/editor.js', AFTERGLOW_FILE ),
		array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n' ),
		'0.1.0',
		true
	);
	wp_add_inline_script( 'afterglow-block', 'window.afterglowElements = ' . wp_json_encode( afterglow_elements() ) . ';', 'before' );
	register_block_type(
		dirname( AFTERGLOW_FILE ) . '/block',
		array( 'render_callback' => 'afterglow_draw_block' )
	);
}

/**
 * Draws the block.
 *
 * @param array $attributes `element` is a tag, `settings` its attributes by name.
 * @return string
 */
function afterglow_draw_block( $attributes ) {
	$html = afterglow_element( $attributes['element'], $attributes['settings'] );
	return '' === $html ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $html . '</div>';
}
