<?php
/**
 * Identity tokens: a JWT by ES256, as `signIdentity` of @afterglow/sdk/server makes it. Nothing here
 * needs WordPress.
 *
 * @package Afterglow
 */

/** How long a token is good, in seconds: a page exchanges it at once. */
const AFTERGLOW_TOKEN_LIFE = 60;

/**
 * Signs a token that says who is signed in at this site.
 *
 * @param string       $private_key     What `afterglow keys create --kind identity` printed: PEM, with
 *                                      line ends or with `\n` in their place.
 * @param string       $publishable_key The clinic for which the token is good.
 * @param string|array $member          An id of Afterglow (`mem_…`), or
 *                                      `array( 'source' => …, 'externalId' => … )`.
 * @param int|null     $now             Seconds since 1970; null: now.
 * @return string
 * @throws InvalidArgumentException When the private key is no P-256 key as PEM.
 */
function afterglow_sign_identity( $private_key, $publishable_key, $member, $now = null ) {
	$issued_at = null === $now ? time() : $now;
	$claims    = array(
		'aud' => $publishable_key,
		'sub' => is_array( $member ) ? (string) $member['externalId'] : $member,
		'iat' => $issued_at,
		'exp' => $issued_at + AFTERGLOW_TOKEN_LIFE,
		'jti' => bin2hex( random_bytes( 16 ) ),
	);
	if ( is_array( $member ) ) {
		$claims['source'] = $member['source'];
	}

	$said = afterglow_base64url( json_encode( array( 'alg' => 'ES256' ) ) ) . '.' . afterglow_base64url( json_encode( $claims ) );
	$der  = '';
	openssl_sign( $said, $der, afterglow_private_key( $private_key ), OPENSSL_ALGO_SHA256 );
	return $said . '.' . afterglow_base64url( afterglow_raw_signature( $der ) );
}

/**
 * Reads the private key.
 *
 * @param string $pem As for {@see afterglow_sign_identity()}.
 * @return resource|OpenSSLAsymmetricKey
 * @throws InvalidArgumentException When it is no P-256 key as PEM. The message never has the key in it.
 */
function afterglow_private_key( $pem ) {
	$key     = openssl_pkey_get_private( str_replace( '\n', "\n", $pem ) );
	$details = $key ? openssl_pkey_get_details( $key ) : array();
	$curve   = isset( $details['ec']['curve_name'] ) ? $details['ec']['curve_name'] : '';
	if ( 'prime256v1' !== $curve ) {
		throw new InvalidArgumentException( 'The identity key is no P-256 key as PEM: give what "afterglow keys create --kind identity" printed, from -----BEGIN PRIVATE KEY----- on.' );
	}
	return $key;
}

/**
 * A signature as a JWT has it: r and s, 32 bytes each. OpenSSL gives a DER sequence of two integers,
 * which have a zero in front where the first bit is set, and lack the zeros that they begin with.
 *
 * @param string $der Bytes. On P-256 every length fits one byte.
 * @return string 64 bytes.
 */
function afterglow_raw_signature( $der ) {
	$r_length = ord( $der[3] );
	$r        = substr( $der, 4, $r_length );
	$s        = substr( $der, 6 + $r_length, ord( $der[5 + $r_length] ) );
	$raw      = '';
	foreach ( array( $r, $s ) as $number ) {
		$raw .= str_pad( ltrim( $number, "\0" ), 32, "\0", STR_PAD_LEFT );
	}
	return $raw;
}

/**
 * Base64 for addresses and tokens.
 *
 * @param string $bytes Any bytes.
 * @return string
 */
function afterglow_base64url( $bytes ) {
	return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
}
