<?php
/**
 * Settings, Afterglow.
 *
 * @package Afterglow
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'afterglow_add_settings_page' );
add_action( 'admin_init', 'afterglow_register_settings' );
add_filter( 'plugin_action_links_' . plugin_basename( AFTERGLOW_FILE ), 'afterglow_link_settings' );

/** Puts the page under Settings. */
function afterglow_add_settings_page() {
	add_options_page( __( 'Afterglow', 'afterglow' ), __( 'Afterglow', 'afterglow' ), 'manage_options', 'afterglow', 'afterglow_draw_settings_page' );
}

/**
 * Puts a link to the page beside the plugin in the list of plugins.
 *
 * @param string[] $links Those that are there.
 * @return string[]
 */
function afterglow_link_settings( $links ) {
	$link = '<a href="' . esc_url( admin_url( 'options-general.php?page=afterglow' ) ) . '">' . esc_html__( 'Settings', 'afterglow' ) . '</a>';
	return array_merge( array( $link ), $links );
}

/** Registers what the form may write; WordPress checks its nonce and who sends it. */
function afterglow_register_settings() {
	register_setting(
		'afterglow',
		'afterglow',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'afterglow_read_settings',
		)
	);
}

/**
 * What the form sent, as it is kept. What is wrong keeps its former value and is told.
 *
 * @param mixed $sent What arrived.
 * @return array{key: string, api: string, everywhere: bool}
 */
function afterglow_read_settings( $sent ) {
	$settings               = afterglow_settings();
	$sent                   = is_array( $sent ) ? $sent : array();
	$settings['everywhere'] = ! empty( $sent['everywhere'] );

	$key = isset( $sent['key'] ) ? trim( (string) $sent['key'] ) : '';
	if ( '' === $key || preg_match( '/^pk_(test|live)_[0-9A-Za-z]+$/', $key ) ) {
		$settings['key'] = $key;
	} elseif ( 0 === strpos( $key, 'sk_' ) ) {
		add_settings_error( 'afterglow', 'secret', __( 'That is a secret key, which would be on every page. Withdraw it, and give the publishable key, which begins with pk_.', 'afterglow' ) );
	} else {
		add_settings_error( 'afterglow', 'key', __( 'The publishable key begins with pk_test_ or pk_live_.', 'afterglow' ) );
	}

	$api = isset( $sent['api'] ) ? trim( (string) $sent['api'] ) : '';
	if ( '' === $api || preg_match( '#^(https://[^/?\#\s]+|http://localhost(:\d+)?)(/[^?\#\s]*)?$#', $api ) ) {
		$settings['api'] = untrailingslashit( esc_url_raw( $api ) );
	} else {
		add_settings_error( 'afterglow', 'api', __( 'The address of the API begins with https:// and has no question mark.', 'afterglow' ) );
	}
	return $settings;
}

/**
 * What is known of the identity key, in a sentence. The key itself is shown nowhere.
 *
 * @return string
 */
function afterglow_identity_state() {
	if ( '' === afterglow_identity_key() ) {
		return __( 'Not set: patients sign in with a code to their phone. To sign in those who are signed in at this site, define AFTERGLOW_IDENTITY_KEY in wp-config.php.', 'afterglow' );
	}
	try {
		afterglow_private_key( afterglow_identity_key() );
		return __( 'Set. Who is signed in at this site is signed in to Afterglow, once the clinic has told which member each user is.', 'afterglow' );
	} catch ( InvalidArgumentException $error ) {
		return $error->getMessage();
	}
}

/** Draws the page. */
function afterglow_draw_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = afterglow_settings();
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Afterglow', 'afterglow' ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'afterglow' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="afterglow-key"><?php esc_html_e( 'Publishable key', 'afterglow' ); ?></label></th>
					<td>
						<input id="afterglow-key" name="afterglow[key]" type="text" class="regular-text code" value="<?php echo esc_attr( $settings['key'] ); ?>" autocomplete="off" spellcheck="false">
						<p class="description"><?php esc_html_e( 'Begins with pk_test_ or pk_live_. It stands on every page and says nothing about a patient.', 'afterglow' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="afterglow-api"><?php esc_html_e( 'Address of the API', 'afterglow' ); ?></label></th>
					<td>
						<input id="afterglow-api" name="afterglow[api]" type="url" class="regular-text code" value="<?php echo esc_attr( $settings['api'] ); ?>" placeholder="https://clinic-api.example">
						<p class="description">
							<?php
							/* translators: %s: the origin of this site. */
							echo esc_html( sprintf( __( 'Script and stylesheet come from there too. The clinic’s program must name this site among its origins: %s', 'afterglow' ), home_url() ) );
							?>
						</p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Script', 'afterglow' ); ?></th>
					<td>
						<label><input name="afterglow[everywhere]" type="checkbox" value="1" <?php checked( $settings['everywhere'] ); ?>> <?php esc_html_e( 'Load it on pages without an element too', 'afterglow' ); ?></label>
						<p class="description"><?php esc_html_e( 'Needed where links of friends lead to such a page: the script keeps the friend’s code until booking.', 'afterglow' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Identity key', 'afterglow' ); ?></th>
					<td><p><?php echo esc_html( afterglow_identity_state() ); ?></p></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
