import { describe, expect, test } from "vitest";
import {
  databaseOutlook,
  isCertificateCode,
  mayTryAgain,
  networkOutlook,
  outlookOfSign,
  statusSign,
} from "../../src/model/transience.ts";

const WRITE = { preparing: false, forbiddenWaits: false };

describe("what a status says of another attempt", () => {
  test.each([
    [200, "final"],
    [202, "final"],
    [400, "final"],
    [401, "final"],
    [403, "final"],
    [408, "unclear"],
    [409, "final"],
    [413, "final"],
    [425, "transient"],
    [429, "transient"],
    [500, "unclear"],
    [503, "unclear"],
  ])("%i is %s", (status, outlook) => {
    expect(outlookOfSign(statusSign(status, WRITE))).toBe(outlook);
  });

  test("where something is being prepared, 202 and 409 say not yet, and no other status changes", () => {
    const preparing = { ...WRITE, preparing: true };
    const changed = STATUSES.filter((status) => statusSign(status, preparing) !== statusSign(status, WRITE));
    expect(changed).toEqual([202, 409]);
  });

  test("where a 403 asks to wait it is a quota, and no other status changes", () => {
    const waits = { ...WRITE, forbiddenWaits: true };
    const changed = STATUSES.filter((status) => statusSign(status, waits) !== statusSign(status, WRITE));
    expect(changed).toEqual([403]);
    expect(statusSign(403, waits)).toBe("used-up");
  });
});

describe("what a code of the network says of another attempt", () => {
  test.each([
    ["ECONNREFUSED", "connect", "transient"],
    ["ENOTFOUND", "getaddrinfo", "transient"],
    ["UND_ERR_CONNECT_TIMEOUT", undefined, "transient"],
    ["EHOSTUNREACH", "connect", "transient"],
    ["EHOSTUNREACH", "read", "unclear"],
    ["ETIMEDOUT", "read", "unclear"],
    ["ECONNRESET", "read", "unclear"],
    ["EPIPE", "write", "unclear"],
    ["UND_ERR_SOCKET", undefined, "unclear"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", undefined, "unclear"],
    ["ERR_TLS_HANDSHAKE_TIMEOUT", undefined, "transient"],
    ["CERT_HAS_EXPIRED", undefined, "final"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", undefined, "final"],
    ["ENOENT", "connect", "final"],
    ["ERR_INVALID_ARG_TYPE", undefined, undefined],
  ])("%s of %s is %s", (code, syscall, outlook) => {
    expect(networkOutlook(code, syscall)).toBe(outlook);
  });

  test("every code that Node's manual lists for certificates is one", () => {
    for (const code of CERTIFICATE_CODES) expect([code, isCertificateCode(code)]).toEqual([code, true]);
  });
});

describe("what a SQLSTATE says of another attempt", () => {
  test.each([
    ["40001", "transient"],
    ["40P01", "transient"],
    ["55P03", "transient"],
    ["25P03", "transient"],
    ["53300", "transient"],
    ["57P03", "transient"],
    ["08006", "unclear"],
    ["40003", "unclear"],
    ["57P01", "unclear"],
    ["08P01", "final"],
    ["57P04", "final"],
    ["57014", "final"],
    ["25P04", "final"],
    ["42P01", "final"],
    ["53100", "final"],
    ["XX000", "final"],
    ["", "final"],
    ["EPIPE", "unclear"],
  ])("%s is %s", (code, outlook) => {
    expect(databaseOutlook(code)).toBe(outlook);
  });
});

test("what must not be done twice is repeated only where it was certainly not done", () => {
  expect(mayTryAgain("unclear", "freely")).toBe(true);
  expect(mayTryAgain("unclear", "undone")).toBe(false);
  for (const repeating of ["freely", "undone"] as const) {
    expect(mayTryAgain("transient", repeating)).toBe(true);
    expect(mayTryAgain("final", repeating)).toBe(false);
  }
});

const STATUSES = Array.from({ length: 500 }, (_, index) => 100 + index);

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes but OUT_OF_MEM, which is none of the certificate. */
const CERTIFICATE_CODES = [
  "CERT_NOT_YET_VALID CERT_HAS_EXPIRED CRL_NOT_YET_VALID CRL_HAS_EXPIRED CERT_REVOKED",
  "UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN",
  "CERT_CHAIN_TOO_LONG UNABLE_TO_GET_CRL UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_UNTRUSTED",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "CERT_SIGNATURE_FAILURE CRL_SIGNATURE_FAILURE ERROR_IN_CERT_NOT_BEFORE_FIELD ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CRL_LAST_UPDATE_FIELD ERROR_IN_CRL_NEXT_UPDATE_FIELD HOSTNAME_MISMATCH INVALID_CA",
  "PATH_LENGTH_EXCEEDED INVALID_PURPOSE CERT_REJECTED",
].flatMap((line) => line.split(" "));
