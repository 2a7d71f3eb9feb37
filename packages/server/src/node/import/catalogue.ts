import type { LineKind } from '@afterglow/contract';
import type { Mapping } from './mapping.js';
import { columnNames, readTable } from './read-table.js';
import { codeWordOf } from './values.js';

/** What a description on a receipt stands for. */
export interface CatalogueItem {
  readonly kind: LineKind;
  readonly code?: string;
  readonly category?: string;
  readonly package?: string;
}

/** The catalogues of a till by what is printed on receipts. */
export interface Catalogue {
  /** Undefined when no catalogue and no rule of the mapping has the description. */
  find(description: string): CatalogueItem | undefined;
  /** The category of a service by its code; undefined when the price list has none. */
  categoryOf(code: string): string | undefined;
}

/** The files that stand beside the receipts; each may be missing. */
export interface CatalogueFiles {
  readonly services?: string | undefined;
  readonly products?: string | undefined;
}

type Side = 'services' | 'products';

/** Reads the catalogues that the mapping knows and that are given. */
export async function readCatalogue(mapping: Mapping, files: CatalogueFiles): Promise<Catalogue> {
  const sides: Record<Side, Map<string, CatalogueItem>> = {
    services: await readSide(mapping, 'services', files.services),
    products: await readSide(mapping, 'products', files.products),
  };
  const categories = new Map(
    [...sides.services.values()].map(({ code, category }) => [code, category]),
  );
  const rules = new Map(mapping.lines.toReversed().map((rule) => [rule.description.trim(), rule]));

  return {
    categoryOf: (code) => categories.get(code),
    find(text) {
      const description = text.trim();
      const rule = rules.get(description);
      const found = rule?.from
        ? sides[rule.from].get(description)
        : (sides.services.get(description) ?? sides.products.get(description));
      const kind = rule?.kind ?? found?.kind;
      if (!kind) return undefined;
      const { code = found?.code, category = found?.category } = rule ?? {};
      return {
        kind,
        ...(code === undefined ? {} : { code }),
        ...(category === undefined ? {} : { category }),
        ...(rule?.package === undefined ? {} : { package: rule.package }),
      };
    },
  };
}

async function readSide(
  mapping: Mapping,
  side: Side,
  path: string | undefined,
): Promise<Map<string, CatalogueItem>> {
  const items = new Map<string, CatalogueItem>();
  const rules = mapping[side];
  if (!rules || path === undefined) return items;

  const { columns, kind } = rules;
  for await (const row of readTable(path, columnNames(columns))) {
    if ('reason' in row) continue;
    const cell = (name: string | undefined) => (name && row.cells[name]?.trim()) || '';
    const given = cell(columns.category);
    const category = given ? (mapping.categories[given] ?? codeWordOf(given)) : rules.category;
    const code = codeWordOf(cell(columns.code));
    const description = cell(columns.description);
    if (items.has(description)) continue;
    items.set(description, {
      kind,
      ...(code === undefined ? {} : { code }),
      ...(category === undefined ? {} : { category }),
    });
  }
  return items;
}
