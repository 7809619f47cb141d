<?php
/**
 * A block a widget, drawn by the server, with the real widget as its preview.
 *
 * @package MathsHubs
 */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		wp_register_script(
			'maths-hubs-blocks',
			plugins_url( 'blocks/blocks.js', FILE ),
			array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor', 'wp-server-side-render', 'wp-i18n' ),
			VERSION,
			true
		);
		wp_set_script_translations( 'maths-hubs-blocks', 'maths-hubs' );
		foreach ( generated( 'widgets' ) as $name => $widget ) {
			register_block_type(
				"maths-hubs/$name",
				array(
					'api_version'     => 2,
					'title'           => $widget['title'],
					'description'     => $widget['summary'],
					'category'        => 'maths-hubs',
					'icon'            => 'welcome-learn-more',
					'keywords'        => array( 'maths', 'hub', 'mastery' ),
					'supports'        => array( 'html' => false ),
					'editor_script'   => 'maths-hubs-blocks',
					'attributes'      => array_map(
						function () {
							return array( 'type' => 'string', 'default' => '' );
						},
						block_attributes( $widget )
					),
					'render_callback' => function ( $attributes ) use ( $name ) {
						return render( $name, attributes_of_block( $attributes ) );
					},
				)
			);
		}
	}
);

/** Block attributes are camelCase, a widget's are not. */
function block_attributes( array $widget ): array {
	$named = array();
	foreach ( $widget['attributes'] as $name => $attribute ) {
		$named[ lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) ) ] = array( 'name' => $name ) + $attribute;
	}
	return $named;
}

function attributes_of_block( array $attributes ): array {
	$own = array();
	foreach ( $attributes as $name => $value ) {
		if ( is_string( $value ) && '' !== trim( $value ) ) {
			$own[ strtolower( preg_replace( '/([A-Z])/', '-$1', $name ) ) ] = trim( $value );
		}
	}
	return $own;
}

add_filter(
	'block_categories_all',
	function ( $categories ) {
		$categories[] = array( 'slug' => 'maths-hubs', 'title' => __( 'Maths Hubs', 'maths-hubs' ) );
		return $categories;
	}
);

add_action(
	'enqueue_block_editor_assets',
	function () {
		$blocks = array();
		foreach ( generated( 'widgets' ) as $name => $widget ) {
			$fields = array();
			foreach ( block_attributes( $widget ) as $key => $attribute ) {
				$fields[] = array( 'key' => $key, 'label' => $attribute['label'], 'help' => $attribute['help'] );
			}
			$blocks[] = array( 'name' => "maths-hubs/$name", 'fields' => $fields );
		}
		wp_add_inline_script( 'maths-hubs-blocks', 'window.mathsHubsBlocks = ' . safe_json( $blocks ) . ';', 'before' );
		wp_enqueue_script( 'maths-hubs-embed' );
	}
);
