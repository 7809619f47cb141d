<?php
/** The route that receives applications: the same contract as the intake's service. */

namespace MathsHubs;

use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

const BODY_BYTES = 65536;
/** So many applications from one address in so many seconds: a staff room is one address. */
const BURST         = 20;
const BURST_SECONDS = 600;

/** Why an application is not taken: status, sentence, and after how many seconds to try again. */
function refusals(): array {
	return array(
		'unknown-hub'       => array( 404, __( 'This site does not take applications yet.', 'maths-hubs' ) ),
		'origin'            => array( 403, __( 'This page may not send applications to this site.', 'maths-hubs' ) ),
		'too-many'          => array( 429, __( 'Too many applications came from this address. Try again shortly.', 'maths-hubs' ), '60' ),
		'media-type'        => array( 415, __( 'Send an application as JSON or as a form.', 'maths-hubs' ) ),
		'too-large'         => array( 413, __( 'This is too long for an application.', 'maths-hubs' ) ),
		'key'               => array( 400, __( 'An Idempotency-Key has 8 to 200 visible characters.', 'maths-hubs' ) ),
		'invalid'           => array( 422, __( 'There is something to put right in this application.', 'maths-hubs' ) ),
		'looks-automatic'   => array( 422, __( 'A hidden field was filled in, which people do not see. Clear saved form data, or contact the hub.', 'maths-hubs' ) ),
		'too-fast'          => array( 422, __( 'This was sent faster than a person can fill it in. Wait a few seconds and send it again.', 'maths-hubs' ) ),
		'key-reused'        => array( 409, __( 'This form has already been sent with other answers. To change an application, contact the hub.', 'maths-hubs' ) ),
		'erased'            => array( 410, __( 'This application was received and has since been erased. To apply again, load the page anew.', 'maths-hubs' ) ),
		'store-unavailable' => array( 503, __( 'This site cannot store applications now. Nothing was kept: try again shortly.', 'maths-hubs' ), '5' ),
	);
}

function receive( WP_REST_Request $request ): WP_REST_Response {
	$form   = stated()['form'];
	$kind   = strtolower( trim( explode( ';', (string) $request->get_header( 'content-type' ) )[0] ) );
	$plain  = 'application/x-www-form-urlencoded' === $kind;
	$key    = (string) $request->get_header( 'idempotency-key' );
	$refuse = function ( string $why, array $errors = array() ) use ( $plain ) {
		list( $status, $message, $retry ) = refusals()[ $why ] + array( '', '', null );

		$code     = 'too-fast' === $why ? 'looks-automatic' : $why;
		$body     = compact( 'code', 'message' ) + ( 422 === $status ? compact( 'errors' ) : array() );
		$response = answer( $status, $plain ? fault_page( $message, $errors ) : $body, $plain );
		if ( null !== $retry ) {
			$response->header( 'Retry-After', $retry );
		}
		return $response;
	};
	// The order is the policy: the first that is true is what the sender is told.
	$why = array_search( true, array(
		'unknown-hub' => null === $form,
		'origin'      => ! comes_from_here( $request, $plain ),
		'too-many'    => too_many(),
		'media-type'  => ! $plain && 'application/json' !== $kind,
		'too-large'   => strlen( $request->get_body() ) > BODY_BYTES,
		'key'         => '' !== $key && ! preg_match( '/^[\x21-\x7e]{8,200}$/', $key ),
	), true );
	if ( false !== $why ) {
		return $refuse( $why );
	}
	$sent  = $plain ? application_from_form( $request->get_body(), $form ) : json_decode( $request->get_body(), true );
	$shape = is_array( $sent ) ? rest_validate_value_from_schema( $sent, generated( 'schema' ), 'application' ) : new \WP_Error( 'shape', '' );
	if ( is_wp_error( $shape ) ) {
		$message = trim( __( 'This is not an application this site can read.', 'maths-hubs' ) . ' ' . $shape->get_error_message() );
		return $refuse( 'invalid', array( array( 'field' => 'form', 'code' => 'invalid', 'message' => $message ) ) );
	}
	$checked = check_application( $sent, $form, generated( 'rules' ) );
	if ( $checked['errors'] ) {
		return $refuse( 'invalid', $checked['errors'] );
	}
	if ( '' !== ( $sent['guard']['leaveEmpty'] ?? '' ) || ( $sent['guard']['seconds'] ?? 2 ) < 2 ) {
		return $refuse( '' !== ( $sent['guard']['leaveEmpty'] ?? '' ) ? 'looks-automatic' : 'too-fast' );
	}
	$receipt = keep_application( $checked['application'], $key );
	if ( is_string( $receipt ) ) {
		return $refuse( $receipt );
	}
	if ( ! $receipt['repeated'] ) {
		tell_the_hub( $receipt['reference'] );
	}
	return answer( 201, $plain ? receipt_page( $receipt ) : array_diff_key( $receipt, array( 'repeated' => true ) ), $plain );
}

/**
 * Says whether pages of an origin may send applications here: `?origin=https://hub.example`. The editor's page asks before a hub publishes; the intake's
 * service answers the same. WordPress lets every page read what its REST routes answer.
 */
function say_whether_allowed( WP_REST_Request $request ): WP_REST_Response {
	$origin = (string) $request->get_param( 'origin' );
	$fresh  = array( 'Cache-Control' => 'no-store' );
	if ( 'null' === origin_of( $origin ) || origin_of( $origin ) !== $origin ) {
		return new WP_REST_Response( array( 'code' => 'origin', 'message' => __( 'Ask with an origin, such as ?origin=https://hub.example', 'maths-hubs' ) ), 400, $fresh );
	}
	return new WP_REST_Response( array( 'allowed' => null !== stated()['form'] && is_allowed( $origin ) ), 200, $fresh );
}

/** A browser says which page sends; a program that says nothing may send JSON, never a form. */
function comes_from_here( WP_REST_Request $request, bool $plain ): bool {
	$origin = $request->get_header( 'origin' ) ?? ( $plain ? $request->get_header( 'referer' ) : null );
	return null === $origin ? ! $plain : is_allowed( $origin );
}

function is_allowed( string $address ): bool {
	$own = array_map( __NAMESPACE__ . '\origin_of', array( home_url(), site_url() ) );
	// Other sites of the hub whose pages may send applications here, such as `https://other.example`.
	return in_array( origin_of( $address ), apply_filters( 'maths_hubs_origins', $own ), true );
}

function origin_of( string $address ): string {
	$parts = wp_parse_url( $address );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return 'null';
	}
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/** No address is kept: only a salted hash of it, for ten minutes. */
function too_many(): bool {
	$address = sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ?? '' ) );
	$name    = 'maths_hubs_from_' . substr( wp_hash( $address, 'nonce' ), 0, 20 );
	$count   = (int) get_transient( $name ) + 1;
	set_transient( $name, $count, BURST_SECONDS );
	return $count > (int) apply_filters( 'maths_hubs_burst', BURST );
}

/** By e-mail, with reference and link alone, once the answer is out: a slow mail server delays nobody. */
function tell_the_hub( string $reference ): void {
	$address = options()['notify'];
	if ( '' === $address ) {
		return;
	}
	add_action( 'shutdown', function () use ( $reference, $address ) {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		/* translators: %s: reference of an application. */
		$told = wp_mail( $address, sprintf( __( 'New application %s', 'maths-hubs' ), $reference ), __( 'A school has applied. Sign in to read the application:', 'maths-hubs' ) . "\n\n" . inbox_url( $reference ) . "\n" );
		if ( $told ) {
			global $wpdb;
			$wpdb->update( table(), array( 'noticed' => 1 ), array( 'reference' => $reference ) );
		}
	} );
}

/** @param array|string $body An object for a program, a page for a person without script. */
function answer( int $status, $body, bool $plain ): WP_REST_Response {
	$response = new WP_REST_Response( $body, $status, array( 'Cache-Control' => 'no-store' ) );
	if ( $plain ) {
		$response->header( 'Content-Type', 'text/html; charset=UTF-8' );
		$response->header( 'Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'" );
		add_filter( 'rest_pre_serve_request', function ( $served, $result ) use ( $body ) {
			if ( $served || $result->get_data() !== $body ) {
				return $served;
			}
			echo $body; // phpcs:ignore WordPress.Security.EscapeOutput -- every part was escaped when the page was made.
			return true;
		}, 10, 2 );
	}
	return $response;
}

function receipt_page( array $receipt ): string {
	return page(
		__( 'Application received', 'maths-hubs' ),
		/* translators: %s: name of the site. */
		'<p>' . esc_html( sprintf( __( '%s has your application. Your reference is', 'maths-hubs' ), get_bloginfo( 'name' ) ) ) . '</p><p><strong>' . esc_html( $receipt['reference'] ) . '</strong></p><p>'
		/* translators: %s: date and time. */
		. esc_html( sprintf( __( 'It was received at %s. Print or note this page: the hub can find your application by its reference.', 'maths-hubs' ), wp_date( 'H:i, j F Y', (int) strtotime( $receipt['receivedAt'] ) ) ) ) . '</p>'
	);
}

function fault_page( string $message, array $errors ): string {
	$list = '';
	foreach ( $errors as $error ) {
		$list .= '<li>' . esc_html( $error['message'] ) . '</li>';
	}
	return page(
		__( 'Your application has not been sent', 'maths-hubs' ),
		'<p>' . esc_html( $message ) . '</p>' . ( '' === $list ? '' : "<ul>$list</ul>" ) . '<p>' . esc_html__( "Go back with your browser's back button. Your answers should still be there.", 'maths-hubs' ) . '</p>'
	);
}

function page( string $title, string $content ): string {
	return '<!doctype html><html lang="' . esc_attr( get_bloginfo( 'language' ) ) . '"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>'
		. esc_html( $title ) . '</title><style>:root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1.5rem}</style></head><body><main><h1>'
		. esc_html( $title ) . '</h1>' . $content . '<p><a href="' . esc_url( home_url( '/' ) ) . '">' . esc_html( get_bloginfo( 'name' ) ) . '</a></p></main></body></html>';
}
