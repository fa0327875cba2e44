/** What no text may hold but its own line breaks: controls, bidirectional and invisible characters, runner commands. */
export const FORBIDDEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[|^\s*::/imu;
