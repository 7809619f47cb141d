<?php
/** The hub's own terms: stated on the editor's page, kept with every earlier version, served to the widgets. */

namespace MathsHubs;

use WP_Error;
use WP_Post;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

const TERMS_TYPE  = 'maths_hubs_terms';
const TERMS_BYTES = 1000000;

add_action( 'init', function () {
	register_post_type( TERMS_TYPE, array(
		'label'        => __( 'Maths Hubs terms', 'maths-hubs' ),
		'public'       => false,
		'supports'     => array( 'title', 'editor', 'revisions', 'author' ),
		'can_export'   => true,
		'capabilities' => array( 'edit_posts' => EDIT_TERMS ),
		'map_meta_cap' => true,
	) );
} );

/** Every address of the plugin, and who may use it. */
add_action( 'rest_api_init', function () {
	$anybody = '__return_true';
	$staff   = function () {
		return current_user_can( EDIT_TERMS );
	};
	foreach ( array(
		array( 'GET', '/terms', 'serve_terms', $anybody ),
		array( 'GET', '/work', 'open_work', $staff ),
		array( 'PUT', '/work', 'save_work', $staff ),
		array( 'POST', '/applications', 'receive', $anybody ),
		array( 'GET', '/applications/allows', 'say_whether_allowed', $anybody ),
	) as list( $method, $path, $callback, $who ) ) {
		register_rest_route( 'maths-hubs/v1', $path, array( 'methods' => $method, 'callback' => __NAMESPACE__ . "\\$callback", 'permission_callback' => $who ) );
	}
} );

/** The post that holds the terms; null before they are stated. */
function terms_post(): ?WP_Post {
	$posts = get_posts( array(
		'post_type'        => TERMS_TYPE,
		'post_status'      => 'private',
		'numberposts'      => 1,
		'orderby'          => 'ID',
		'order'            => 'ASC',
		'suppress_filters' => false,
	) );
	return $posts[0] ?? null;
}

/** What a version holds, every part present. */
function read_work( ?WP_Post $post ): array {
	$work = null === $post ? null : json_decode( $post->post_content, true );
	return array_merge( array(
		'file'    => '',
		'terms'   => '',
		'hub'     => '',
		'form'    => null,
		'apply'   => null,
		'plain'   => array(),
		'wording' => array(),
		'look'    => array(),
	), is_array( $work ) ? $work : array() );
}

/** What the hub has stated, as pages need it. */
function stated(): array {
	static $works = array();
	$post = terms_post();
	$key  = etag_of( $post );
	return $works[ $key ] = $works[ $key ] ?? read_work( $post );
}

function etag_of( ?WP_Post $post ): string {
	return '"' . ( null === $post ? 'none' : md5( $post->post_content ) ) . '"';
}

/** The terms as a file that any page may read, with a mark by which it is asked for again only when it has changed. */
function serve_terms( WP_REST_Request $request ) {
	$terms = stated()['terms'];
	if ( '' === $terms ) {
		return new WP_Error( 'no-terms', __( 'This hub has not stated its terms here yet.', 'maths-hubs' ), array( 'status' => 404 ) );
	}
	$etag    = '"' . md5( $terms ) . '"';
	$headers = array(
		'ETag'                        => $etag,
		'Cache-Control'               => 'public, max-age=60, stale-while-revalidate=86400',
		'Access-Control-Allow-Origin' => '*',
	);
	if ( trim( (string) $request->get_header( 'if-none-match' ), ' W/' ) === $etag ) {
		return new WP_REST_Response( null, 304, $headers );
	}
	return new WP_REST_Response( json_decode( $terms ), 200, $headers );
}

function open_work( WP_REST_Request $request ) {
	$post     = terms_post();
	$revision = (int) $request->get_param( 'revision' );
	$shown    = $revision > 0 ? wp_get_post_revision( $revision ) : $post;
	if ( $revision > 0 && ( null === $shown || null === $post || $shown->post_parent !== $post->ID ) ) {
		return new WP_Error( 'no-revision', __( 'That earlier version is no longer here.', 'maths-hubs' ), array( 'status' => 404 ) );
	}
	return array( 'etag' => etag_of( $post ), 'file' => read_work( $shown )['file'] );
}

/** Keeps the work as a new version. Two members of staff never overwrite each other unseen: who saves must say which version the work was opened from. */
function save_work( WP_REST_Request $request ) {
	$work = json_decode( $request->get_body(), true );
	if ( ! is_array( $work ) || strlen( $request->get_body() ) > TERMS_BYTES || ! is_terms( $work ) ) {
		return new WP_Error( 'not-terms', __( 'This is not the work of the terms page, or it is longer than a megabyte. Nothing was saved.', 'maths-hubs' ), array( 'status' => 400 ) );
	}
	$lock = 'maths_hubs_saving';
	if ( ! add_option( $lock, time(), '', false ) && (int) get_option( $lock ) > time() - 20 ) {
		return new WP_Error( 'saving', __( 'A colleague is saving at this moment. Try again.', 'maths-hubs' ), array( 'status' => 409 ) );
	}
	update_option( $lock, time(), false );
	try {
		$post = terms_post();
		if ( trim( (string) $request->get_header( 'if-match' ) ) !== etag_of( $post ) && '*' !== $request->get_header( 'if-match' ) ) {
			$who = null === $post ? '' : get_the_author_meta( 'display_name', (int) get_post_meta( $post->ID, '_edit_last', true ) );
			$when = null === $post ? '' : get_the_modified_time( 'H:i', $post );
			/* translators: 1: a colleague's name, 2: a time. */
			$said = sprintf( __( '%1$s saved these terms at %2$s, after you opened them. Your work is still on this page.', 'maths-hubs' ), '' === $who ? __( 'A colleague', 'maths-hubs' ) : $who, $when );
			return new WP_Error( 'changed', $said, array( 'status' => 412 ) );
		}
		$kept = array_intersect_key( $work, read_work( null ) );
		foreach ( (array) ( $kept['plain'] ?? array() ) as $name => $html ) {
			$kept['plain'][ $name ] = wp_kses( (string) $html, plain_tags() );
		}
		$kept['look'] = array_filter(
			(array) ( $kept['look'] ?? array() ),
			function ( $colour ) {
				return is_string( $colour ) && preg_match( '/^(#[0-9a-f]{3,8}|light-dark\(#[0-9a-f]{3,8},\s*#[0-9a-f]{3,8}\))$/i', $colour );
			}
		);
		// No `<`, `&` or quotation mark is left in it, so that no filter of a post's content changes a letter.
		$content = wp_json_encode( $kept, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS );
		$saved   = wp_insert_post( wp_slash( array(
			'ID'           => null === $post ? 0 : $post->ID,
			'post_type'    => TERMS_TYPE,
			'post_status'  => 'private',
			'post_title'   => __( 'Terms', 'maths-hubs' ),
			'post_content' => $content,
		) ), true );
		if ( is_wp_error( $saved ) ) {
			return new WP_Error( 'not-saved', __( 'The terms could not be saved. Your work is still on this page.', 'maths-hubs' ), array( 'status' => 503 ) );
		}
		update_post_meta( $saved, '_edit_last', get_current_user_id() );
		if ( null === $post ) {
			// WordPress keeps a version at every change; the first is one too.
			wp_save_post_revision( $saved );
		}
		return array( 'etag' => etag_of( get_post( $saved ) ) );
	} finally {
		delete_option( $lock );
	}
}

function is_terms( array $work ): bool {
	$terms = json_decode( (string) ( $work['terms'] ?? '' ), true );
	return is_array( $terms ) && 'maths-hubs-edition/1' === ( $terms['format'] ?? '' ) && is_string( $work['file'] ?? null )
		&& ( ! isset( $work['form'] ) || is_array( $work['form']['fields'] ?? null ) );
}
