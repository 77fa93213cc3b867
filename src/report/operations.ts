import type { OperationCell, OperationRow } from '../check/operation.ts';

/** Cells of one row that say the same, with the versions that they are about. */
export interface Told {
  readonly versions: readonly string[];
  readonly cell: OperationCell;
}

/** A row with neighbours that differ in nothing but the version put together. */
export function toldOf({ cells }: OperationRow): Told[] {
  const same = Map.groupBy(cells, (cell) => JSON.stringify({ ...cell, version: null }));
  return [...same.values()].flatMap((group) => {
    const [cell] = group;
    return cell === undefined ? [] : [{ versions: group.map(({ version }) => version), cell }];
  });
}
