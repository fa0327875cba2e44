import type { SandboxRequests } from "../../model/sandbox-page.ts";
import { visible } from "./json-value.ts";
import { clock } from "./record-panel.tsx";

/** The calls to the API, the newest first. */
export function RequestTable({ requests }: { readonly requests: SandboxRequests }) {
  return (
    <table class="records requests">
      <thead>
        <tr>
          <th scope="col">time</th>
          <th scope="col">call</th>
          <th scope="col">items</th>
          <th scope="col">status</th>
          <th scope="col">faults</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request, index) => (
          // The same call may come twice in one moment: what tells them apart is their place, from the oldest on.
          <tr key={`${request.time} ${requests.length - index}`}>
            <td class="time">{clock(request.time)}</td>
            <td>
              <b>{request.method}</b> {visible(request.path)}
            </td>
            <td class="amount">{request.items?.toLocaleString("en") ?? ""}</td>
            <td>
              <span class={`chip ${toneOf(request.status)}`}>{request.status ?? "no answer"}</span>
            </td>
            <td class="faint">{request.faults.join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toneOf(status: number | null): string {
  if (status === null) return "quiet";
  if (status >= 400) return "bad";
  return status === 206 ? "warning" : "good";
}
