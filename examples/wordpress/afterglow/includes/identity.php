<?php
/**
 * The route that a page asks who is signed in: `POST /wp-json/afterglow/v1/identity`.
 *
 * A page that a cache keeps is the same for everybody, so nothing in it may say who asks: no nonce
 * either, which would be somebody's own and stale after a day. The route goes by the cookie of the
 * sign-in and, in place of a nonce, by the Origin header, which no page of another site can forge.
 * It changes nothing, so what is to be kept from other sites is the answer alone.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', 'afterglow_register_identity' );

/** Registers the route, where a key to sign with is given. */
function afterglow_register_identity() {
	if ( ! afterglow_is_set_up() || '' === afterglow_identity_key() ) {
		return;
	}
	register_rest_route(
		'afterglow/v1',
		'/identity',
		array(
			'methods'             => 'POST',
			'callback'            => 'afterglow_answer_identity',
			// By the cookie alone: without a nonce WordPress takes everybody for signed out here.
			'permission_callback' => '__return_true',
			'show_in_index'       => false,
		)
	);
	// After WordPress has allowed any origin to read the answer, with cookies.
	add_filter( 'rest_pre_serve_request', 'afterglow_serve_identity', 20, 3 );
}

/**
 * The address of the route on this site's own origin, without the origin: also right where a site is
 * reached by two names.
 *
 * @return string Empty where nothing signs.
 */
function afterglow_identity_url() {
	return '' === afterglow_identity_key() ? '' : wp_make_link_relative( rest_url( 'afterglow/v1/identity' ) );
}

/**
 * Answers the token of whoever is signed in; 204 for nobody, 403 for another site.
 *
 * @param WP_REST_Request $request The request.
 * @return WP_REST_Response
 */
function afterglow_answer_identity( $request ) {
	if ( ! afterglow_is_same_origin( $request ) ) {
		return afterglow_identity_answer( '', 403 );
	}
	$user   = wp_validate_auth_cookie( '', 'logged_in' );
	$member = $user ? afterglow_member_of( $user ) : null;
	if ( null === $member ) {
		return afterglow_identity_answer( '', 204 );
	}
	try {
		$settings = afterglow_settings();
		return afterglow_identity_answer( afterglow_sign_identity( afterglow_identity_key(), $settings['key'], $member ), 200 );
	} catch ( InvalidArgumentException $error ) {
		// For whoever looks after the site; a patient is signed out and can use a code.
		error_log( 'Afterglow: ' . $error->getMessage() ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		return afterglow_identity_answer( '', 500 );
	}
}

/**
 * Which member a user of this site is.
 *
 * @param int $user The user's id.
 * @return array|string|null As for {@see afterglow_sign_identity()}; null for nobody.
 */
function afterglow_member_of( $user ) {
	$usual = array(
		'source'     => 'wordpress',
		'externalId' => (string) $user,
	);
	/**
	 * Says which member a user is, such as where another system holds the ids.
	 *
	 * Never answer by a phone number or an e-mail address that the site has not proven.
	 *
	 * @param array|string|null $member `array( 'source' => …, 'externalId' => … )`, `mem_…` or null.
	 * @param int               $user   The user's id.
	 */
	return apply_filters( 'afterglow_member_of_user', $usual, $user );
}

/**
 * Whether a page of this site asks. Every browser sends Origin with a POST.
 *
 * @param WP_REST_Request $request The request.
 * @return bool
 */
function afterglow_is_same_origin( $request ) {
	$site    = wp_parse_url( home_url() );
	$origin  = $site['scheme'] . '://' . $site['host'] . ( isset( $site['port'] ) ? ':' . $site['port'] : '' );
	$fetched = $request->get_header( 'sec_fetch_site' );
	return $request->get_header( 'origin' ) === $origin && ( null === $fetched || 'same-origin' === $fetched );
}

/**
 * An answer that nothing keeps.
 *
 * @param string $token  Empty for none.
 * @param int    $status HTTP status.
 * @return WP_REST_Response
 */
function afterglow_identity_answer( $token, $status ) {
	$headers = array(
		'Cache-Control' => 'no-store, private',
		'Vary'          => 'Cookie, Origin',
	);
	return new WP_REST_Response( $token, $status, $headers );
}

/**
 * Writes the answer as text, which is what a page reads, and to pages of this site alone: WordPress
 * lets any origin read its answers.
 *
 * @param bool             $served  Whether something has written the answer.
 * @param WP_HTTP_Response $answer  The answer.
 * @param WP_REST_Request  $request The request.
 * @return bool
 */
function afterglow_serve_identity( $served, $answer, $request ) {
	if ( '/afterglow/v1/identity' !== $request->get_route() || 'POST' !== $request->get_method() ) {
		return $served;
	}
	foreach ( array( 'Origin', 'Credentials', 'Methods', 'Headers' ) as $name ) {
		header_remove( "Access-Control-Allow-$name" );
	}
	header_remove( 'Access-Control-Expose-Headers' );
	if ( ! is_string( $answer->get_data() ) ) {
		return $served;
	}
	header( 'Content-Type: text/plain; charset=utf-8' );
	echo $answer->get_data(); // phpcs:ignore WordPress.Security.EscapeOutput -- three parts of base64url, as text
	return true;
}
