// Which statements of a migration the release before could not live with, or that stop everybody while they run. PostgreSQL's own
// parser reads them.
import { loadModule, parseSync } from 'libpg-query';

await loadModule();

const MARK = /^\s*--\s*accepted:\s*\S/m;
const LOST = {
  OBJECT_TABLE: 'table', OBJECT_VIEW: 'view', OBJECT_MATVIEW: 'view', OBJECT_FUNCTION: 'function', OBJECT_PROCEDURE: 'procedure',
  OBJECT_TYPE: 'type', OBJECT_DOMAIN: 'domain', OBJECT_SEQUENCE: 'sequence', OBJECT_SCHEMA: 'schema', OBJECT_EXTENSION: 'extension',
  OBJECT_POLICY: 'policy', OBJECT_TRIGGER: 'trigger',
};
const HARMLESS_NAMES = ['OBJECT_INDEX', 'OBJECT_TABCONSTRAINT', 'OBJECT_DOMCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY'];
const REWRITES = ['AT_SetLogged', 'AT_SetUnLogged', 'AT_SetAccessMethod', 'AT_SetTableSpace', 'AT_AddIdentity'];
const SECURITY = ['AT_EnableRowSecurity', 'AT_ForceRowSecurity'];

const last = (list) => list.at(-1).String?.sval ?? '';
const nameIn = (object) => {
  if (object.List) return last(object.List.items);
  if (object.TypeName) return last(object.TypeName.names);
  if (object.ObjectWithArgs) return last(object.ObjectWithArgs.objname);
  return object.String?.sval ?? '';
};

/** A default that PostgreSQL works out for each row makes it write every row anew; one that it works out once does not. */
function writesEachRow(node) {
  if (node === null || typeof node !== 'object') return false;
  if (node.FuncCall && !['now', 'statement_timestamp', 'transaction_timestamp'].includes(last(node.FuncCall.funcname))) return true;
  return Object.values(node).some(writesEachRow);
}

function column(definition) {
  const constraints = (definition.constraints ?? []).map((each) => each.Constraint);
  const of = (type) => constraints.find((each) => each.contype === type);
  const name = definition.colname;
  const fallback = of('CONSTR_DEFAULT')?.raw_expr;
  const found = [];
  if (of('CONSTR_NOTNULL') && !fallback) found.push(`column ${name} is not null and has no default: the release before cannot insert`);
  if (fallback && writesEachRow(fallback)) found.push(`column ${name} has a default that is worked out per row: the table is written anew under a lock`);
  if (of('CONSTR_GENERATED') || of('CONSTR_IDENTITY')) found.push(`column ${name} is computed: the table is written anew under a lock`);
  if (of('CONSTR_UNIQUE') || of('CONSTR_PRIMARY')) found.push(`column ${name} is unique: its index is built under a lock`);
  return found;
}

function constraint(added) {
  const name = added.conname ?? 'a constraint';
  if (['CONSTR_CHECK', 'CONSTR_FOREIGN'].includes(added.contype) && !added.skip_validation) {
    return [`${name} is checked on every row under a lock: add it not valid, validate it in the next migration`];
  }
  if (['CONSTR_UNIQUE', 'CONSTR_PRIMARY', 'CONSTR_EXCLUSION'].includes(added.contype) && !added.indexname) {
    return [`${name} builds its index under a lock: create the index concurrently, then add the constraint using it`];
  }
  return [];
}

function alteration({ subtype, name, def }) {
  if (subtype === 'AT_DropColumn') return [`column ${name} goes: the release before reads it`];
  if (subtype === 'AT_AlterColumnType') return [`column ${name} changes its type: add another column instead`];
  if (subtype === 'AT_SetNotNull') return [`column ${name} becomes not null: the release before may write null`];
  if (subtype === 'AT_AddColumn') return column(def.ColumnDef);
  if (subtype === 'AT_AddConstraint') return constraint(def.Constraint);
  if (REWRITES.includes(subtype)) return ['the table is written anew under a lock'];
  if (SECURITY.includes(subtype)) return ['row security begins: the release before may see nothing'];
  return [];
}

/** Each returns what is wrong; `isNew(name)` tells objects that the same deployment made, which nobody uses yet. */
const JUDGES = {
  DropStmt: (drop, isNew) =>
    drop.removeType === 'OBJECT_INDEX'
      ? drop.concurrent ? [] : ['an index is dropped under a lock: drop it concurrently']
      : drop.objects.map(nameIn).filter((name) => LOST[drop.removeType] && !isNew(name)).map((name) => `${LOST[drop.removeType]} ${name} goes: the release before uses it`),
  RenameStmt: (rename, isNew) =>
    HARMLESS_NAMES.includes(rename.renameType) || isNew(rename.relation?.relname ?? '')
      ? [] : [`${rename.subname ?? rename.relation?.relname ?? 'an object'} is renamed to ${rename.newname}: the release before knows the old name`],
  AlterObjectSchemaStmt: () => ['an object moves to another schema: the release before looks in the old one'],
  AlterTableStmt: (table, isNew) => (isNew(table.relation.relname) ? [] : table.cmds.flatMap((each) => alteration(each.AlterTableCmd))),
  IndexStmt: (index, isNew) => (index.concurrent || isNew(index.relation.relname) ? [] : [`an index on ${index.relation.relname} is built under a lock: create it concurrently, alone in its migration`]),
  TruncateStmt: () => ['a table is emptied: no rollback brings its rows back'],
  DeleteStmt: (removal, isNew) => (isNew(removal.relation.relname) ? [] : [`rows of ${removal.relation.relname} go: no rollback brings them back`]),
  GrantStmt: (grant, isNew) => (grant.is_grant || (grant.objects ?? []).every((each) => isNew(each.RangeVar?.relname ?? nameIn(each))) ? [] : ['a right is taken away: the release before may use it']),
  LockStmt: () => ['a table is locked'],
  VacuumStmt: (vacuum) => (JSON.stringify(vacuum).includes('"full"') ? ['a table is written anew under a lock'] : []),
  ClusterStmt: () => ['a table is written anew under a lock'],
  ReindexStmt: (index) => (JSON.stringify(index).includes('"concurrently"') ? [] : ['an index is built anew under a lock: do it concurrently']),
  DoStmt: () => ['what a do block does cannot be told from outside: write plain statements'],
};

function made(kind, node) {
  if (kind === 'CreateStmt' || kind === 'ViewStmt') return [(node.relation ?? node.view).relname];
  if (kind === 'CreateTableAsStmt') return [node.into.rel.relname];
  if (kind === 'CreateFunctionStmt' && !node.replace) return [last(node.funcname)];
  if (kind === 'CreateEnumStmt') return [last(node.typeName)];
  return [];
}

/**
 * @param {string} sql a migration
 * @param {Set<string>} fresh names that this deployment's migrations have made so far; grows
 * @returns {{line: number, what: string}[]}
 */
export function objections(sql, fresh) {
  const bytes = Buffer.from(sql);
  let statements;
  try {
    statements = parseSync(sql).stmts ?? [];
  } catch (refused) {
    return [{ line: 1, what: `PostgreSQL cannot read it: ${refused.message}` }];
  }
  let end = 0;
  return statements.flatMap(({ stmt, stmt_location: from = 0, stmt_len: length }) => {
    // What stands above a statement, its comments too, begins where the one before ended.
    const above = String(bytes.subarray(end, from)).concat(/^(?:\s|--[^\n]*\n)*/.exec(String(bytes.subarray(from)))[0]);
    const line = String(bytes.subarray(0, end)).concat(above).split('\n').length;
    end = length ? from + length : bytes.length;
    const [kind, node] = Object.entries(stmt)[0];
    const found = MARK.test(above) ? [] : (JUDGES[kind]?.(node, (name) => fresh.has(name)) ?? []);
    for (const name of made(kind, node)) fresh.add(name);
    return found.map((what) => ({ line, what }));
  });
}
