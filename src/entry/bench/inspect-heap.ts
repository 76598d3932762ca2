import { WebSocket } from "ws";
import { z } from "zod";

const targetsSchema = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const messageSchema = z.object({
  method: z.string().optional(),
  params: z.object({ chunk: z.string() }).partial().optional(),
});
const snapshotSchema = z.object({
  snapshot: z.object({ meta: z.object({ node_fields: z.array(z.string()) }) }),
  nodes: z.array(z.number()),
});

/** Milliseconds without another piece of a snapshot after which it is whole. */
const IDLE_MS = 3_000;
/** Milliseconds until the first piece. */
const PATIENCE_MS = 60_000;

/**
 * Bytes that an isolate holds after its garbage was collected, by the heap snapshot of its inspector (Chrome DevTools protocol,
 * HeapProfiler.takeHeapSnapshot): objects and code, and beside them the memory of array buffers and WebAssembly.
 * @param inspector such as http://127.0.0.1:9229
 */
export async function inspectHeap(inspector: string): Promise<number> {
  const [target] = targetsSchema.parse(await (await fetch(`${inspector}/json`)).json());
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  const text = await new Promise<string>((resolve, reject) => {
    const chunks: string[] = [];
    let timer = setTimeout(reject, PATIENCE_MS, new Error("the inspector gives no heap snapshot"));
    socket.on("error", reject);
    socket.on("open", () => {
      socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.enable", params: {} }));
      socket.send(JSON.stringify({ id: 2, method: "HeapProfiler.takeHeapSnapshot", params: {} }));
    });
    socket.on("message", (data: Buffer) => {
      const { method, params } = messageSchema.parse(JSON.parse(data.toString("utf8")));
      if (method !== "HeapProfiler.addHeapSnapshotChunk") return;
      chunks.push(params?.chunk ?? "");
      clearTimeout(timer);
      timer = setTimeout(() => {
        resolve(chunks.join(""));
      }, IDLE_MS);
    });
  });
  socket.close();
  const { snapshot, nodes } = snapshotSchema.parse(JSON.parse(text));
  const fields = snapshot.meta.node_fields;
  let bytes = 0;
  for (let at = fields.indexOf("self_size"); at < nodes.length; at += fields.length) bytes += nodes[at] ?? 0;
  return bytes;
}
