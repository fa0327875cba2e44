import type { Row } from "../../model/row.ts";
import type { Column, Source, SourceContext } from "../../model/source.ts";
import { CsvTable } from "../formats/csv/csv-table.ts";
import { headerProblem, sameNames } from "../formats/csv/header.ts";
import type { CsvRecord } from "../formats/csv/record-parser.ts";
import { csvRowData } from "../formats/csv/row-data.ts";
import { type Extent, openBytes } from "./bytes.ts";
import type { Decoded } from "./decode.ts";
import { createDecoder } from "./decode.ts";
import type { CsvFile } from "./files.ts";
import { filesVersion, findFiles } from "./files.ts";
import {
  csvProblem,
  decodeProblem,
  emptyFileProblem,
  headerMismatchProblem,
  listedNamesProblem,
} from "./problems.ts";

/** `path` is a file, a glob or `-` (standard input), relative to the project folder. */
interface CsvSettings {
  readonly path: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: true | readonly string[];
  readonly nulls?: readonly string[];
}

/** Rows in one array; a piece of the file that holds more makes several arrays. */
const MAX_ROWS = 1000;

const FILLER = Buffer.alloc(8, "x");

/**
 * CSV as in RFC 4180: values quoted with `"`, lines that end in LF, CRLF or CR, blank lines left out. Values are
 * text and kept to the letter, blanks around them included; so are the names in the header. A line `sep=;` above it,
 * which Excel writes, is passed over.
 */
export function csvSource(settings: Readonly<Record<string, unknown>>, context: SourceContext): Source {
  const csv = settings as unknown as CsvSettings;
  const read = (progress: Progress, signal: AbortSignal): AsyncGenerator<readonly Row[]> =>
    readFiles(csv, context, progress, signal);
  return {
    read: ({ signal }) => read({ rows: 0, header: undefined, extent: "all" }, signal),
    columns: (signal) => readColumns(csv, read, signal),
    ...(csv.path === "-"
      ? {}
      : { files: [csv.path], version: () => filesVersion(csv.path, context.projectDir) }),
  };
}

async function readColumns(
  { header }: CsvSettings,
  read: (progress: Progress, signal: AbortSignal) => AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<readonly Column[]> {
  const progress: Progress = { rows: 0, header: undefined, extent: "beginning" };
  if (!Array.isArray(header)) {
    // A file with nothing but a header yields no rows, and its header is known at the end.
    for await (const _rows of read(progress, signal)) break;
  }
  const names = Array.isArray(header) ? (header as readonly string[]) : (progress.header?.names ?? []);
  return names.map((name) => ({ name }));
}

async function* readFiles(
  settings: CsvSettings,
  context: SourceContext,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  signal.throwIfAborted();
  for (const file of await findFiles(settings.path, context.projectDir)) {
    yield* readFile(file, settings, context, progress, signal);
  }
}

/** What is known across the files of one read. */
interface Progress {
  rows: number;
  readonly extent: Extent;
  header: { readonly names: readonly string[]; readonly file: string } | undefined;
}

async function* readFile(
  file: CsvFile,
  settings: CsvSettings,
  context: SourceContext,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  const { delimiter = ",", encoding = "utf-8", header = true, nulls = [] } = settings;
  const decoder = await createDecoder(encoding);
  const listed = header === true ? undefined : header;
  const wrong = listed === undefined ? undefined : headerProblem(listed, undefined, 0);
  if (wrong !== undefined) throw listedNamesProblem(wrong);
  const table = new CsvTable({ delimiter, ...(listed === undefined ? {} : { names: listed }) });
  const nullTexts = new Set(nulls);
  let names: readonly string[] | undefined;

  const checkNames = (found: readonly string[]): void => {
    names = found;
    progress.header ??= { names: found, file: file.name };
    if (sameNames(progress.header.names, found)) return;
    throw headerMismatchProblem(progress.header, { names: found, file: file.name });
  };

  const takeRows = (decoded: Decoded, end: boolean): readonly Row[] => {
    // The parser looks ahead: filler behind the last good byte lets it end the row before the problem.
    const bytes = decoded.problem === undefined ? decoded.bytes : Buffer.concat([decoded.bytes, FILLER]);
    const { rows: records, problem } = table.take(bytes, end && decoded.problem === undefined);
    if (names === undefined && table.names !== undefined) checkNames(table.names);
    const rows: Row[] = [];
    for (const record of records) {
      progress.rows += 1;
      rows.push(makeRow(record, names ?? [], nullTexts, { row: progress.rows, file: file.name }));
    }
    const place = { file: file.name, names, delimiter };
    if (decoded.problem !== undefined) {
      throw decodeProblem(decoded.problem, encoding, { file: file.name, line: table.line });
    }
    if (problem !== undefined) throw csvProblem(problem, place);
    return rows;
  };

  for await (const chunk of openBytes(file, context.stdin, progress.extent, signal)) {
    yield* slices(takeRows(decoder.decode(chunk), false));
    signal.throwIfAborted();
  }
  yield* slices(takeRows(decoder.end(), true));
  if (names === undefined) throw emptyFileProblem(file.name);
}

function makeRow(
  { fields, line }: CsvRecord,
  names: readonly string[],
  nulls: ReadonlySet<string>,
  place: { readonly row: number; readonly file: string },
): Row {
  const data = csvRowData(fields, names, nulls);
  return { position: { row: place.row, file: place.file, line }, data };
}

function* slices(rows: readonly Row[]): Iterable<readonly Row[]> {
  if (rows.length > 0 && rows.length <= MAX_ROWS) yield rows;
  else for (let from = 0; from < rows.length; from += MAX_ROWS) yield rows.slice(from, from + MAX_ROWS);
}
