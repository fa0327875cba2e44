/** The server answered that it does not speak TLS. */
export class NoTlsError extends Error {
  override readonly name = "NoTlsError";
}

/** Nobody answered in time. */
export class ConnectTimeoutError extends Error {
  override readonly name = "ConnectTimeoutError";
}

/** The server asks for a password, and there is none. No server takes an empty one. */
export class NoPasswordError extends Error {
  override readonly name = "NoPasswordError";
}

/** The server does not bind the login to the TLS connection, and the URL asks for no less. */
export class ChannelBindingError extends Error {
  override readonly name = "ChannelBindingError";
}

/** The server ended the connection, or the network did, before the login was through. */
export class ConnectionEndedError extends Error {
  override readonly name = "ConnectionEndedError";
}
