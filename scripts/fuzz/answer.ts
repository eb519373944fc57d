/** An answer, as far as the oracles look at it. */
export interface Answer {
  /** 0: there was none that could be read. */
  status: number;
  contentType: string;
  body: string;
  /** The body as JSON; undefined where it is none. */
  json: unknown;
}

/** The last answer in what came over a connection: a `100 Continue` may come before it. */
export function readAnswer(text: string): Answer {
  const continued = /^HTTP\/1\.1 1\d\d[^\r]*\r\n(?:[^\r]+\r\n)*\r\n/.exec(text);
  const rest = continued === null ? text : text.slice(continued[0].length);
  const headEnd = rest.indexOf('\r\n\r\n');
  const head = headEnd < 0 ? rest : rest.slice(0, headEnd);
  const body = headEnd < 0 ? '' : bodyOf(head, rest.slice(headEnd + 4));
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  const contentType = /^content-type: *(.*)$/im.exec(head)?.[1]?.trim() ?? '';
  return {
    status,
    contentType,
    body,
    json: contentType.includes('json') ? parsed(body) : undefined,
  };
}

function bodyOf(head: string, bytes: string): string {
  if (!/^transfer-encoding: *chunked/im.test(head)) {
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    return bytes.slice(0, length === undefined ? bytes.length : Number(length));
  }
  let body = '';
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const length = Number.parseInt(bytes.slice(at, lineEnd), 16);
    if (lineEnd < 0 || !(length > 0)) return body;
    body += bytes.slice(lineEnd + 2, lineEnd + 2 + length);
    at = lineEnd + 2 + length + 2;
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'latin1').toString('utf8'));
  } catch {
    return undefined;
  }
}
