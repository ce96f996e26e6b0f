// The small faults that a source of the browser's can be given.
//
// node faults.cjs ROOT SOURCE...: prints JSON, of each source { start, end, replaced, text, kind }[]. Words
// are left as they are, as in tests/mutants/python_faults.py.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { parse } = require("acorn");
const { ancestor } = require("acorn-walk");

const COMPARED = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===" };
const COMPUTED = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "&": "|", "|": "&",
  "<<": ">>", ">>": "<<", ">>>": "<<" };
const JOINED = { "&&": "||", "||": "&&", "??": "&&" };
const OTHER_NAMES = new Map(Object.entries({ some: "every", every: "some", min: "max", max: "min",
  floor: "ceil", ceil: "floor", startsWith: "endsWith", endsWith: "startsWith", find: "findLast" }));
// What is left out of a chain: `a.filter(b).map(c)` becomes `a.map(c)`.
const LEFT_OUT = new Set(["filter", "sort", "toSorted", "reverse", "toReversed"]);
const REMOVED = new Set(["CallExpression", "AssignmentExpression", "UpdateExpression",
  "AwaitExpression", "UnaryExpression"]);

const isWords = ({ type, value }) =>
  type === "TemplateLiteral" || (type === "Literal" && typeof value === "string");

function faultsOf(text) {
  const found = [];
  const put = (start, end, instead, kind) => found.push({ start, end,
    replaced: text.slice(start, end), text: instead, kind });
  const instead = (node, by, kind) => put(node.start, node.end, by, kind);
  const between = ({ left, right, operator }, by, kind) => {
    const start = text.indexOf(operator, left.end);
    if (start >= 0 && start < right.start) put(start, start + operator.length, by, kind);
  };
  const onCondition = ({ test }, both = true) => {
    if (!test) return;
    instead(test, "false", "condition");
    if (both) instead(test, "true", "condition");
  };
  ancestor(parse(text, { ecmaVersion: "latest", sourceType: "module" }), {
    BinaryExpression(node) {
      const { left, right, operator } = node;
      if (COMPARED[operator]) between(node, COMPARED[operator], "comparison");
      if (COMPUTED[operator] && !isWords(left) && !isWords(right)) {
        between(node, COMPUTED[operator], "arithmetic");
      }
    },
    LogicalExpression(node) {
      between(node, JOINED[node.operator], "and, or");
    },
    UnaryExpression(node) {
      // The sign alone: what it stands before may be in brackets.
      if (node.operator === "!") put(node.start, node.start + 1, "", "not");
      if (node.operator === "-") put(node.start, node.start + 1, "", "sign");
    },
    UpdateExpression({ operator, start, end, prefix }) {
      const by = operator === "++" ? "--" : "++";
      put(prefix ? start : end - 2, prefix ? start + 2 : end, by, "arithmetic");
    },
    IfStatement: (node) => onCondition(node),
    ConditionalExpression: (node) => onCondition(node),
    WhileStatement: (node) => onCondition(node, false),
    ForStatement: (node) => onCondition(node, false),
    Literal(node) {
      if (typeof node.value === "boolean") instead(node, String(!node.value), "true, false");
      if (typeof node.value === "number") instead(node, String(node.value + 1), "number");
    },
    MemberExpression(node) {
      if (node.optional) put(node.object.end, node.object.end + 2, node.computed ? "" : ".", "chain");
    },
    CallExpression(node, _, ancestors) {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || callee.computed) return;
      const { object, property } = callee;
      const other = OTHER_NAMES.get(property.name);
      if (other && (object.name === "Math" || !["min", "max"].includes(property.name))) {
        instead(property, other, "function");
      }
      const isStatement = ancestors.at(-2)?.type === "ExpressionStatement";
      if (LEFT_OUT.has(property.name) && !isStatement && !callee.optional) {
        put(object.end, node.end, "", "function");
      }
    },
    ExpressionStatement(node) {
      if (REMOVED.has(node.expression.type)) instead(node, ";", "statement");
    },
    ThrowStatement: (node) => instead(node, ";", "statement"),
    ContinueStatement: (node) => instead(node, "break;", "jump"),
    BreakStatement(node, _, ancestors) {
      if (ancestors.at(-2)?.type !== "SwitchCase") instead(node, "continue;", "jump");
    },
  });
  return found;
}

const [root, ...names] = process.argv.slice(2);
process.stdout.write(JSON.stringify(Object.fromEntries(names.map((name) =>
  [name, faultsOf(readFileSync(join(root, name), "utf8"))]))));
