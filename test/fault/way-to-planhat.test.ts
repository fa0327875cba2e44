import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createSocketServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createClient } from "../../src/planhat/api/client.ts";
import { selfSigned } from "../sources/postgres/self-signed.ts";
import { ended, runCli, says, startCli } from "../support/cli.ts";
import { listening } from "../support/listening.ts";
import { companies, expectOnce, scene } from "../support/scene.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

test("[A28] apply trusts no certificate that nobody vouches for, whatever NODE_TLS_REJECT_UNAUTHORIZED says, and says how to trust one", async () => {
  const heard: unknown[] = [];
  const certificate = selfSigned("localhost");
  const port = await listening(
    createTlsServer(certificate, (request, response) => {
      heard.push(request.headers);
      response.end("[]");
    }),
  );
  const { dir, env } = await scene(companies(3, 3));
  for (const value of ["1", "0"]) {
    const { code, stdout, stderr } = await runCli(APPLY, {
      dir,
      env: { ...env, PLANHAT_API_URL: `https://localhost:${port}`, NODE_TLS_REJECT_UNAUTHORIZED: value },
    });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("The TLS certificate of the host was not accepted");
    expect(stderr).toContain("Nothing was written.");
    expect(stderr).toContain("NODE_EXTRA_CA_CERTS");
  }
  expect(heard).toEqual([]);
});

test.each(["GET", "PUT"])(
  "[A19] a redirect of a %s ends the apply with 4 and the other host's name, and neither token nor body goes there",
  async (method) => {
    const heard: unknown[] = [];
    const other = await listening(
      createServer((request, response) => {
        heard.push(request.headers);
        response.end();
      }),
    );
    for (const code of [301, 302, 307, 308]) {
      const { sandbox, apply } = await scene(companies(30, 10));
      const headers = { location: `http://127.0.0.1:${other}/companies` };
      const fault = sandbox.faults.add({
        match: { method, nth: method === "PUT" ? 2 : 1 },
        times: "always",
        action: { kind: "status", code, headers },
      });
      const stopped = await apply();
      expect(stopped.code).toBe(4);
      expect(stopped.report?.stop.message ?? stopped.stderr).toContain(
        `Planhat's API redirects to 127.0.0.1:${other}, and the token goes nowhere else.`,
      );
      expect(fault.struck).toBe(1);
      if (method === "PUT") {
        expect(stopped.report.syncs[0].summary).toMatchObject({ created: 10, failed: 0, notAttempted: 20 });
      }
      fault.remove();
      expect((await apply()).code).toBe(0);
      expectOnce(sandbox, 30);
    }
    expect(heard).toEqual([]);
  },
);

test("[A18] a host that takes the connection and never speaks TLS is given up at the deadline of the call", async () => {
  const port = await listening(createSocketServer(() => undefined));
  const client = createClient({
    origin: `https://127.0.0.1:${port}`,
    token: "the-token",
    userAgent: "test",
    proxy: false,
    deadline: 200,
  });
  onTestFinished(() => client.close());
  await expect(
    client.send({ method: "PUT", path: "/companies", body: "[]" }, new AbortController().signal),
  ).rejects.toThrow("No whole answer within");
});

test("[A18, P1] a signal ends the process while the host does not speak TLS, and does not wait for the connection", async () => {
  const silent = createSocketServer();
  const port = await listening(silent);
  const { dir, env } = await scene(companies(3, 3));
  const connected = once(silent, "connection");
  const child = startCli(APPLY, { dir, env: { ...env, PLANHAT_API_URL: `https://127.0.0.1:${port}` } });
  const over = ended(child);
  await connected;
  const said = says(child, "Nothing was written.");
  child.kill("SIGTERM");
  await said;
  const done = performance.now();
  const { code, stdout } = await over;
  expect({ code, stdout }).toEqual({ code: 143, stdout: "" });
  // What is left to do takes milliseconds. A connection is given 15 s, a process that is told to end ten.
  expect(performance.now() - done).toBeLessThan(8000);
});

// Answers in single bytes are slow and whole; a connection may end after each of them.
test("[A18, A20] answers that drip, and connections that end after each one, change nothing but the time", async () => {
  const { sandbox, apply } = await scene(companies(30, 10));
  sandbox.faults.add({ times: "always", action: { kind: "drip", bytes: 7 } });
  const { code, report } = await apply();
  expect(code).toBe(0);
  expect(report.syncs[0]).toMatchObject({ summary: { created: 30 }, calls: { write: 3, retried: 0 } });
  expectOnce(sandbox, 30);
});
