<?php
/**
 * The check of an application: the same faults in the same words as the form on the page and the intake's service.
 * Patterns, lengths and sentences are generated from the SDK; a test holds this check and the SDK's equal on
 * thousands of applications.
 */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

/**
 * An application as it came, tidied, with everything that is wrong with it.
 *
 * @param array $sent  Decoded JSON of the right shape.
 * @param array $form  What the hub asks: the SDK's ApplicationForm.
 * @param array $rules The generated rules.
 * @return array{errors: array, application: array}
 */
function check_application( array $sent, array $form, array $rules ): array {
	$errors = array();
	$fault  = function ( string $field, string $code, string $message ) use ( &$errors ) {
		$errors[] = compact( 'field', 'code', 'message' );
	};
	if ( ( $sent['hub'] ?? null ) !== $form['hub'] ) {
		$fault( 'hub', 'invalid', $rules['sentences']['hub'] );
	}
	if ( ( $sent['edition']['schoolYear'] ?? null ) !== $form['edition']['schoolYear'] || ( $sent['edition']['version'] ?? null ) !== $form['edition']['version'] ) {
		$fault( 'edition', 'out-of-date', $rules['sentences']['edition'] );
	}

	$answers = array();
	foreach ( $form['fields'] as $field ) {
		$answer = read_answer( $field['kind'], given( $sent['answers'], $field['id'] ), $rules );
		$code   = fault_of( $field, $answer, $form, $rules );
		$own    = array( 'required' => $field['missing'] ?? '', 'too-long' => str_replace( '{label}', $field['label'], $rules['sentences']['long'] ) );
		if ( null !== $code ) {
			$fault( $field['id'], $code, $own[ $code ] ?? $field['invalid'] );
		} elseif ( null !== $answer ) {
			$answers[ $field['id'] ] = $answer;
		}
	}

	$phase     = phase_of( $form, $answers['phase'] ?? '' );
	$whole     = 'application' === $sent['kind'];
	$readiness = array();
	foreach ( $whole && $phase ? $phase['readiness'] : array() as $question ) {
		$answer = read_answer( 'text', given( $sent['readiness'], $question['id'] ), $rules );
		if ( in_array( $answer, array_column( $question['options'], 'value' ), true ) ) {
			$readiness[ $question['id'] ] = $answer;
		} elseif ( null !== $answer || ! empty( $question['required'] ) ) {
			$fault( 'readiness.' . $question['id'], null === $answer ? 'required' : 'not-offered', $rules['sentences']['readiness'] );
		}
	}
	if ( $whole ) {
		if ( ! isset( $sent['agreement'] ) ) {
			$fault( 'agreement', 'required', $rules['sentences']['agreement'] );
		} elseif ( $phase && ! same_commitments( $sent['agreement']['commitments'], $phase['commitments'] ) ) {
			$fault( 'agreement', 'out-of-date', $rules['sentences']['commitments'] );
		}
	}
	if ( ( $sent['notice']['version'] ?? null ) !== $form['notice']['version'] ) {
		$fault( 'notice', 'out-of-date', $rules['sentences']['notice'] );
	}
	unset( $sent['guard'] );
	$agreement = $whole ? ( $sent['agreement'] ?? null ) : null;
	return array( 'errors' => $errors, 'application' => array_merge( $sent, compact( 'answers', 'readiness', 'agreement' ) ) );
}

/** The phase of this id that the form offers; null where it offers none. */
function phase_of( array $form, string $id ): ?array {
	return array_column( $form['phases'], null, 'id' )[ $id ] ?? null;
}

/** What was sent under a name: null where nothing was, false for a `null`, which is no answer and not nothing. */
function given( array $sent, string $name ) {
	return $sent[ $name ] ?? ( array_key_exists( $name, $sent ) ? false : null );
}

/**
 * An answer as it is kept.
 *
 * @return string|array|false|null Null where nothing was answered, false where it is neither a text nor a list of ids.
 */
function read_answer( string $kind, $given, array $rules ) {
	if ( null === $given ) {
		return null;
	}
	if ( 'phases' !== $kind ) {
		if ( ! is_string( $given ) ) {
			return false;
		}
		$text = tidy( $given, $rules );
		if ( 'postcode' === $kind && preg_match( $rules['postcode'], $text, $halves ) ) {
			$text = strtoupper( "$halves[1] $halves[2]" );
		}
		return '' === $text ? null : $text;
	}
	if ( ! is_array( $given ) || count( $given ) > $rules['mostPhases'] || array_values( $given ) !== $given ) {
		return false;
	}
	foreach ( $given as $id ) {
		if ( ! is_string( $id ) || ! preg_match( $rules['id'], $id ) ) {
			return false;
		}
	}
	return count( $given ) > 0 ? $given : null;
}

/** Words in one line, each gap one space, without invisible marks; joiners that are spelling stay. */
function tidy( string $text, array $rules ): string {
	$text = (string) preg_replace( $rules['invisible'], '$1$2', $text );
	if ( class_exists( 'Normalizer' ) ) {
		$normal = \Normalizer::normalize( $text );
		$text   = false === $normal ? $text : $normal;
	}
	return trim( (string) preg_replace( '/[\p{Cc}\p{Z}]+/u', ' ', $text ) );
}

function fault_of( array $field, $answer, array $form, array $rules ): ?string {
	if ( null === $answer ) {
		return empty( $field['required'] ) ? null : 'required';
	}
	if ( false === $answer ) {
		return 'invalid';
	}
	$offered = array_column( 'phase' === $field['id'] ? $form['phases'] : $form['pastPhases'], 'id' );
	if ( is_array( $answer ) ) {
		return array_diff( $answer, $offered ) ? 'not-offered' : null;
	}
	if ( length( $answer ) > $rules['longest'] ) {
		return 'too-long';
	}
	$pattern = $rules['patterns'][ $field['kind'] ] ?? null;
	if ( null !== $pattern && ! preg_match( $pattern, $answer ) ) {
		return 'invalid';
	}
	return 'phase' === $field['kind'] && ! in_array( $answer, $offered, true ) ? 'not-offered' : null;
}

/** As JavaScript counts: a character outside the basic plane is two. */
function length( string $text ): int {
	return (int) preg_match_all( '/./su', $text ) + (int) preg_match_all( '/[\x{10000}-\x{10FFFF}]/u', $text );
}

function same_commitments( array $agreed, array $asked ): bool {
	$plain = function ( $one ) {
		return array( $one['id'] ?? null, $one['statement'] ?? null );
	};
	return array_map( $plain, array_values( $agreed ) ) === array_map( $plain, $asked );
}

/** What a plain form sends, in the shape of an application, unchecked. Several answers to one question come one after another. */
function application_from_form( string $body, array $form ): array {
	$all  = array();
	$sent = array();
	foreach ( array_filter( explode( '&', $body ), 'strlen' ) as $pair ) {
		list( $name, $value ) = array_map( 'urldecode', explode( '=', $pair, 2 ) + array( '', '' ) );
		$all[ $name ][]       = $value;
		$sent[ $name ]        = $sent[ $name ] ?? $value;
	}
	$phase    = phase_of( $form, $sent['phase'] ?? '' );
	$interest = 'interest' === ( $sent['kind'] ?? '' );
	$answers  = array();
	foreach ( $form['fields'] as $field ) {
		if ( isset( $sent[ $field['id'] ] ) ) {
			$answers[ $field['id'] ] = 'phases' === $field['kind'] ? array_values( array_filter( $all[ $field['id'] ], 'strlen' ) ) : $sent[ $field['id'] ];
		}
	}
	$readiness = array();
	foreach ( $phase['readiness'] ?? array() as $question ) {
		$answer = $sent[ 'readiness.' . $question['id'] ] ?? '';
		if ( '' !== $answer ) {
			$readiness[ $question['id'] ] = $answer;
		}
	}
	$agreed = ! $interest && isset( $sent['agreement'] );
	return array(
		'format'    => 'maths-hubs-application/1',
		'kind'      => $interest ? 'interest' : 'application',
		'hub'       => (string) ( $sent['hub'] ?? '' ),
		'edition'   => array( 'schoolYear' => (string) ( $sent['schoolYear'] ?? '' ), 'version' => (string) ( $sent['editionVersion'] ?? '' ) ),
		'answers'   => $answers,
		'readiness' => $readiness,
		'agreement' => $agreed ? array( 'declared' => true, 'commitments' => $phase['commitments'] ?? array() ) : null,
		'notice'    => array( 'version' => (string) ( $sent['noticeVersion'] ?? '' ), 'shownAt' => null ),
		'guard'     => array( 'leaveEmpty' => (string) ( $sent['leaveEmpty'] ?? '' ) ),
	);
}
