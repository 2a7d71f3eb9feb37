<?php
/**
 * The elements, and what stands for them in a page: `[afterglow element="points-balance"]`.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

add_shortcode( 'afterglow', 'afterglow_shortcode' );

/**
 * Every element that may be placed, read out of elements.json.
 *
 * @return array<string, array{says: string, attributes: array<string, bool>}> By tag; each attribute
 *     with whether it is there or not, and takes no value.
 */
function afterglow_elements() {
	static $elements = null;
	if ( null === $elements ) {
		$file     = file_get_contents( dirname( AFTERGLOW_FILE ) . '/elements.json' );
		$elements = json_decode( $file, true );
	}
	return $elements;
}

/**
 * The shortcode. It has no second half: WordPress would take all between one element and the next
 * for its content.
 *
 * @param array|string $given Its attributes; those without a value have a number for a name.
 * @return string
 */
function afterglow_shortcode( $given ) {
	$attributes = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		$attributes[ is_int( $name ) ? $value : $name ] = is_int( $name ) ? '' : $value;
	}
	$tag = isset( $attributes['element'] ) ? $attributes['element'] : 'points-balance';
	unset( $attributes['element'] );
	return afterglow_element( $tag, $attributes );
}

/**
 * An element as HTML. It is the same for every visitor: who sees it is found out in the browser, so
 * that a cache may keep the page.
 *
 * @param string                $tag        Its tag.
 * @param array<string, scalar> $attributes Its attributes; what the element has not is left out.
 * @return string Empty for visitors where there is no such element; those who write the page are told.
 */
function afterglow_element( $tag, $attributes ) {
	$elements = afterglow_elements();
	if ( ! isset( $elements[ $tag ] ) ) {
		/* translators: %s: what stands in the shortcode. */
		return afterglow_note( sprintf( __( 'Afterglow has no element %s.', 'afterglow' ), $tag ) );
	}
	if ( ! afterglow_is_set_up() ) {
		return afterglow_note( __( 'Afterglow needs a publishable key and an address: see Settings, Afterglow.', 'afterglow' ) );
	}
	afterglow_need_script();

	$html = '<' . $tag;
	foreach ( array_filter( $attributes, 'is_scalar' ) as $name => $value ) {
		$html .= afterglow_attribute( $elements[ $tag ]['attributes'], $name, (string) $value );
	}
	return $html . '></' . $tag . '>';
}

/**
 * One attribute as HTML, with a space in front.
 *
 * @param array<string, bool> $known Those that the element has.
 * @param string              $name  Its name.
 * @param string              $value Its value; `false`, `no` and `0` leave out what is there or not.
 * @return string
 */
function afterglow_attribute( $known, $name, $value ) {
	$is_global = in_array( $name, array( 'id', 'class', 'lang', 'dir' ), true );
	if ( ! $is_global && ! isset( $known[ $name ] ) ) {
		return '';
	}
	if ( $is_global || ! $known[ $name ] ) {
		return ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return in_array( strtolower( $value ), array( 'false', 'no', '0' ), true ) ? '' : ' ' . $name;
}

/**
 * A word to those who may write pages, and nothing to others.
 *
 * @param string $text What is wrong.
 * @return string
 */
function afterglow_note( $text ) {
	return current_user_can( 'edit_posts' ) ? '<p><strong>' . esc_html( $text ) . '</strong></p>' : '';
}
