/**
 * Strongly connected components (Tarjan): the component of each node, given each node's successors. Two nodes
 * have one component where each can be reached from the other.
 */
export function componentsOf(successors: readonly (readonly number[])[]): readonly number[] {
  const size = successors.length;
  const order = new Array<number>(size).fill(-1);
  const low = new Array<number>(size).fill(0);
  const component = new Array<number>(size).fill(-1);
  const open: number[] = [];
  let visited = 0;
  let components = 0;

  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const work: { readonly node: number; edge: number }[] = [{ node: root, edge: 0 }];
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { node } = top;
      if (top.edge === 0) {
        order[node] = visited;
        low[node] = visited;
        visited += 1;
        open.push(node);
      }
      const next = successors[node]?.[top.edge];
      if (next === undefined) {
        work.pop();
        close(node);
        const above = work.at(-1)?.node;
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      } else {
        top.edge += 1;
        if (order[next] === -1) work.push({ node: next, edge: 0 });
        else if (component[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
      }
    }
  }
  return component;

  function close(node: number): void {
    if (low[node] !== order[node]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = components;
      if (member === node) break;
    }
    components += 1;
  }
}
