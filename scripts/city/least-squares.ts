/** A damped Gauss–Newton (Levenberg–Marquardt) search for the parameters with the smallest Σ residual². */
export interface LeastSquares {
  /** Residuals at a point; always of the same length and order. */
  residuals: (parameters: Float64Array) => Float64Array;
  start: Float64Array;
  maxSteps: number;
  /** Called after each step that lowered the cost. */
  onStep?: (step: number, cost: number) => void;
}

const DIFFERENCE = 1e-4;
const FIRST_DAMPING = 1e-2;
const MAX_TRIES = 8;
/** Stop when a step gains less than this share of the cost. */
const MIN_GAIN = 1e-4;

/** @returns the best parameters found; the cost never rises, and the search has no randomness */
export function minimise({ residuals, start, maxSteps, onStep }: LeastSquares): Float64Array {
  let parameters = start;
  let current = residuals(parameters);
  let damping = FIRST_DAMPING;
  for (let step = 0; step < maxSteps; step += 1) {
    const { normal, gradient } = normalEquations(residuals, parameters, current);
    const costBefore = sumOfSquares(current);
    let gained = 0;
    for (let attempt = 0; attempt < MAX_TRIES && gained <= 0; attempt += 1) {
      const move = solveDamped(normal, gradient, damping);
      const candidate = parameters.map((value, k) => value + (move[k] ?? 0));
      const next = residuals(candidate);
      gained = costBefore - sumOfSquares(next);
      if (gained > 0) {
        parameters = candidate;
        current = next;
        damping /= 3;
      } else {
        damping *= 4;
      }
    }
    onStep?.(step, sumOfSquares(current));
    if (gained < costBefore * MIN_GAIN) break;
  }
  return parameters;
}

function normalEquations(
  residuals: LeastSquares['residuals'],
  parameters: Float64Array,
  current: Float64Array,
): { normal: Float64Array[]; gradient: Float64Array } {
  const columns = Array.from(parameters, (value, k) => {
    const moved = parameters.slice();
    moved[k] = value + DIFFERENCE;
    return residuals(moved).map((residual, row) => (residual - (current[row] ?? 0)) / DIFFERENCE);
  });
  const normal = columns.map((column) => Float64Array.from(columns, (other) => dot(column, other)));
  const gradient = Float64Array.from(columns, (column) => -dot(column, current));
  return { normal, gradient };
}

/** Solves (normal + damping · I) x = gradient by Cholesky; damping keeps the matrix positive definite. */
function solveDamped(
  normal: readonly Float64Array[],
  gradient: Float64Array,
  damping: number,
): Float64Array {
  const size = gradient.length;
  const lower = normal.map((row) => row.slice());
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  const solution = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const row = lower[i];
    if (!row) continue;
    for (let j = 0; j <= i; j += 1) {
      let sum = at(i, j) + (i === j ? damping : 0);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      row[j] = i === j ? Math.sqrt(Math.max(sum, Number.EPSILON)) : sum / at(j, j);
    }
  }
  for (let i = 0; i < size; i += 1) {
    let sum = gradient[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

function sumOfSquares(values: Float64Array): number {
  return dot(values, values);
}
