// The branches and functions of a source, as Istanbul counts them, and where each is counted.
const { parse } = require("acorn");
const { ancestor } = require("acorn-walk");

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const LOOPS = ["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement"];
const JUMPS = ["ReturnStatement", "ContinueStatement", "BreakStatement", "ThrowStatement"];

const isFunction = (node) => FUNCTIONS.includes(node.type);
const isWithin = (inner, outer) => inner.start >= outer.start && inner.end <= outer.end;

// A body is entered with its first statement; what follows that may be jumped over.
const opening = (node) => node.type === "BlockStatement" && node.body.length
  ? opening(node.body[0]) : node;

function jumps(node) {
  const last = node.type === "BlockStatement" ? node.body.at(-1) : node;
  return Boolean(last) && JUMPS.includes(last.type);
}

const operands = (node) => node.type === "LogicalExpression"
  ? [...operands(node.left), ...operands(node.right)] : [node];

// What stands next to a statement, where it runs if the statement is not left by a jump.
function nextOf(node, parent) {
  const siblings = parent.body ?? parent.consequent;
  return Array.isArray(siblings) ? siblings[siblings.indexOf(node) + 1] : undefined;
}

// A case without statements of its own runs on into the next one's.
const begun = (cases, index) =>
  cases.slice(index).find(({ consequent }) => consequent.length)?.consequent[0];

/**
 * @returns {{ kind: string, line: number, ways: [object, object?][], within: object | null }[]}
 *   What can run or not. Each of `ways` counts it: as often as the first stretch was entered, less
 *   the second where there is one; a later way serves where a bundler left no place for an earlier.
 *   `within` is the function around it.
 */
exports.branchesOf = function (text) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
  const [found, functions, arms] = [[], [], []];
  const add = (kind, node, ancestors, ways) => found.push({ kind, node, ways,
    around: ancestors.findLast((one) => one !== node && isFunction(one)) });
  const onFunction = (node, _, ancestors) => {
    functions.push(node);
    // What is called where it stands is the wrapper of a file, no function of it.
    const [, statement, call] = ancestors;
    const isWrapper = statement.type === "ExpressionStatement" && call.callee === node;
    const ways = [[opening(node.body)], ...node.params.map((one) => [one]), [node]];
    if (!isWrapper) add("function", node, ancestors, ways);
  };
  const onLoop = ({ body }) => arms.push(body);

  ancestor(tree, {
    ...Object.fromEntries(FUNCTIONS.map((type) => [type, onFunction])),
    ...Object.fromEntries(LOOPS.map((type) => [type, onLoop])),
    CatchClause: onLoop,
    IfStatement(node, _, ancestors) {
      const { test, consequent, alternate } = node;
      const [asked] = operands(test);
      const [yes, no] = [opening(consequent), alternate && opening(alternate)];
      const next = jumps(consequent) && nextOf(node, ancestors.at(-2));
      arms.push(consequent, ...(alternate ? [alternate] : []));
      add("if", node, ancestors,
        [[yes], ...(no ? [[asked, no]] : []), ...(!no && next ? [[asked, next]] : [])]);
      // An `else` that is not written ran as often as its `if` did without what follows it.
      add("else", node, ancestors, [...(no ? [[no]] : []), [asked, yes],
        ...(!no && next ? [[next]] : [])]);
    },
    ConditionalExpression(node, _, ancestors) {
      const { test, consequent, alternate } = node;
      const [asked] = operands(test);
      arms.push(consequent, alternate);
      add("?", node, ancestors, [[consequent], [asked, alternate]]);
      add(":", node, ancestors, [[alternate], [asked, consequent]]);
    },
    LogicalExpression(node, _, ancestors) {
      // Istanbul counts a chain once, whatever its operators.
      if (ancestors.at(-2).type === "LogicalExpression") return;
      const [first, ...others] = operands(node);
      arms.push(...others);
      for (const one of [first, ...others]) add("operand", one, ancestors, [[one]]);
    },
    SwitchStatement(node, _, ancestors) {
      node.cases.forEach((one, index) => {
        const first = begun(node.cases, index);
        arms.push(...one.consequent);
        if (first) add("case", one, ancestors, [[first]]);
      });
    },
  });

  // Within it, what is entered at other times than the stretch itself.
  const stretch = (node) => ({ from: node.start, to: node.end, holes: [
    ...functions.filter((one) => isWithin(one, node)).map((one) => [one.start + 1, one.end]),
    ...arms.filter((one) => isWithin(one, node) && !isWithin(node, one))
      .map((one) => [one.start, one.end]),
  ] });
  const items = found.map(({ kind, node, ways }) => ({ kind, line: node.loc.start.line,
    ways: ways.map((way) => way.map(stretch)), within: null, count: 0, isPlaced: false }));
  const entries = new Map(found.map(({ kind, node }, index) =>
    [kind === "function" ? node : null, items[index]]));
  found.forEach(({ around }, index) => {
    items[index].within = around ? entries.get(around) ?? null : null;
  });
  return items;
};
