import onnxProto from "onnx-proto";
import type { onnx } from "onnx-proto";

const { AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto } = onnxProto.onnx;

/** First opset with LayerNormalization; onnxruntime 1.14 (Transformers.js 2.17) runs it. */
const OPSET = 17;
/** Version of the ONNX file layout that belongs to opset 17. */
const IR_VERSION = 8;

/** Attributes of a node: whole numbers become INT, lists of them INTS, `{ float }` FLOAT. */
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

/** A named input or output; strings are symbolic dimensions. */
export interface Port {
  readonly name: string;
  readonly type: "int64" | "float32";
  readonly shape: readonly (string | number)[];
}

/** Collects the nodes and constants of one ONNX graph; every method returns a value's name. */
export class OnnxEmitter {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #constants = new Map<string, onnx.ITensorProto>();

  /** Adds a node with one output. */
  node(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    const [output] = this.split(op, inputs, 1, attributes);
    return output;
  }

  /** Adds a node with several outputs; the first is always there. */
  split(
    op: string,
    inputs: readonly string[],
    outputs: number,
    attributes: Attributes = {},
  ): [string, ...string[]] {
    const name = `${op}_${this.#nodes.length}`;
    const rest = Array.from({ length: outputs - 1 }, (_, i) => `${name}:${i + 1}`);
    this.#nodes.push(
      NodeProto.create({
        name,
        opType: op,
        input: [...inputs],
        output: [name, ...rest],
        attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
      }),
    );
    return [name, ...rest];
  }

  /** Gives a value the public name of an output. */
  publish(value: string, name: string): void {
    this.#nodes.push(NodeProto.create({ name, opType: "Identity", input: [value], output: [name] }));
  }

  /** A constant of 32-bit floats; the same name twice is the same constant. */
  floats(name: string, shape: readonly number[], data: Float32Array): string {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return this.#constant(name, TensorProto.DataType.FLOAT, shape, bytes);
  }

  /** A scalar float. */
  float(value: number): string {
    return this.floats(`float:${value}`, [], Float32Array.of(value));
  }

  /** A list of 64-bit integers (axes, shapes). */
  ints(...values: number[]): string {
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    return this.#constant(`ints:${values.join(",")}`, TensorProto.DataType.INT64, [values.length], bytes);
  }

  /** A scalar 64-bit integer. */
  int(value: number): string {
    const bytes = new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
    return this.#constant(`int:${value}`, TensorProto.DataType.INT64, [], bytes);
  }

  /** The finished model as protobuf bytes; `outputs` names values made before. */
  encode(name: string, inputs: readonly Port[], outputs: readonly Port[]): Uint8Array {
    const graph = GraphProto.create({
      name,
      node: this.#nodes,
      initializer: [...this.#constants.values()],
      input: inputs.map(valueInfo),
      output: outputs.map(valueInfo),
    });
    return ModelProto.encode({
      irVersion: IR_VERSION,
      producerName: "ask-the-report",
      opsetImport: [{ domain: "", version: OPSET }],
      graph,
    }).finish();
  }

  #constant(name: string, dataType: number, shape: readonly number[], rawData: Uint8Array): string {
    if (!this.#constants.has(name)) {
      this.#constants.set(name, TensorProto.create({ name, dataType, dims: [...shape], rawData }));
    }
    return name;
  }
}

function attribute(name: string, value: Attributes[string]): onnx.IAttributeProto {
  const { AttributeType } = AttributeProto;
  if (typeof value === "number") return { name, type: AttributeType.INT, i: value };
  if ("float" in value) return { name, type: AttributeType.FLOAT, f: value.float };
  return { name, type: AttributeType.INTS, ints: [...value] };
}

function valueInfo({ name, type, shape }: Port): onnx.IValueInfoProto {
  const elemType = type === "int64" ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT;
  const dim = shape.map((size) => (typeof size === "string" ? { dimParam: size } : { dimValue: size }));
  return ValueInfoProto.create({ name, type: { tensorType: { elemType, shape: { dim } } } });
}
