/**
 * The status with which a proxy refused to connect: undici tells it in words only, with the code of any request that was
 * broken off (`UND_ERR_ABORTED`). The words are those of the version in package.json, which a test provokes.
 */
export function proxyRefusal(error: Error): number | undefined {
  const [, status] = /^Proxy response \((\d+)\) !== 200/.exec(error.message) ?? [];
  return status === undefined ? undefined : Number(status);
}
