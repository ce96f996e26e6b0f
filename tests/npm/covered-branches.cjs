// The branches and functions of a source, as Istanbul counts them, and where each is counted.
const { parse } = require("acorn");
const { ancestor } = require("acorn-walk");

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const LOOPS = ["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement"];
const JUMPS = ["ReturnStatement", "ContinueStatement", "BreakStatement", "ThrowStatement"];

const isFunction = (node) => FUNCTIONS.includes(node.type);
const isWithin = (inner, outer) => inner.start >= outer.start && inner.end <= outer.end;

// A body is entered with its first statement; what follows that may be jumped over.
function opening(node) {
  if (node.type === "TryStatement") return opening(node.block);
  return node.type === "BlockStatement" && node.body.length ? opening(node.body[0]) : node;
}

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

// The statements among which a node stands, from the first to the one that holds it; none where an
// arm of an expression or a loop lies between, which V8 counts for itself.
function statementsTo(ancestors) {
  for (let at = ancestors.length - 1; at > 0; at -= 1) {
    const [node, parent] = [ancestors[at], ancestors[at - 1]];
    const siblings = parent.type === "SwitchCase" ? parent.consequent : parent.body;
    if (Array.isArray(siblings) && siblings.includes(node)) {
      return siblings.slice(0, siblings.indexOf(node) + 1);
    }
    const isArm = parent.type === "LogicalExpression" ? node === parent.right
      : ["ConditionalExpression", "IfStatement"].includes(parent.type) ? node !== parent.test
        : isFunction(parent) || LOOPS.includes(parent.type);
    if (isArm) return [];
  }
  return [];
}

/**
 * @returns {{ kind: string, line: number, from: number, to: number, ways: [object, object?][], behind: object[], within: object | null }[]}
 *   What can run or not. Each of `ways` counts it: as often as the first stretch was entered, less
 *   the second where there is one; a later way serves where a bundler left no place for an earlier.
 *   What `behind` holds bounds how often the first was. `within` is the function around it.
 */
exports.branchesOf = function (text) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
  const [found, functions, arms, left, chains] = [[], [], [], [], []];
  const around = (ancestors) => ancestors.slice(0, -1).findLast(isFunction);
  const add = (kind, ancestors, ways) => found.push({ kind, node: ancestors.at(-1), ways,
    around: around(ancestors), statements: statementsTo(ancestors) });
  const onFunction = (node, _, ancestors) => {
    functions.push(node);
    // What is called where it stands is the wrapper of a file, no function of it.
    const [, statement, call] = ancestors;
    const isWrapper = statement.type === "ExpressionStatement" && call.callee === node;
    const ways = [[opening(node.body)], ...node.params.map((one) => [one]), [node]];
    if (!isWrapper) add("function", ancestors, ways);
  };
  const onLoop = ({ body }) => arms.push(body);
  const onJump = (node, _, ancestors) => left.push({ node, around: around(ancestors) });
  const onChain = (node, _, ancestors) => {
    const { end } = ancestors.findLast(({ type }) => type === "ChainExpression") ?? {};
    if (!node.optional) return;
    const { end: start } = node.object ?? node.callee;
    arms.push({ start, end });
    chains.push({ start, end, link: { start, end: node.end }, around: around(ancestors) });
  };

  ancestor(tree, {
    ...Object.fromEntries(FUNCTIONS.map((type) => [type, onFunction])),
    ...Object.fromEntries(LOOPS.map((type) => [type, onLoop])),
    ...Object.fromEntries(JUMPS.map((type) => [type, onJump])),
    CatchClause: onLoop,
    MemberExpression: onChain,
    CallExpression: onChain,
    IfStatement(node, _, ancestors) {
      const { test, consequent, alternate } = node;
      const [asked] = operands(test);
      const [yes, no] = [opening(consequent), alternate && opening(alternate)];
      const next = jumps(consequent) && nextOf(node, ancestors.at(-2));
      arms.push(consequent, ...(alternate ? [alternate] : []));
      add("if", ancestors,
        [[yes], ...(no ? [[asked, no]] : []), ...(!no && next ? [[asked, next]] : [])]);
      // An `else` that is not written ran as often as its `if` did without what follows it.
      add("else", ancestors, [...(no ? [[no]] : []), [asked, yes],
        ...(!no && next ? [[next]] : [])]);
    },
    ConditionalExpression(node, _, ancestors) {
      const { test, consequent, alternate } = node;
      const [asked] = operands(test);
      arms.push(consequent, alternate);
      add("?", ancestors, [[consequent], [asked, alternate]]);
      add(":", ancestors, [[alternate], [asked, consequent]]);
    },
    LogicalExpression(node, _, ancestors) {
      // Istanbul counts a chain once, whatever its operators.
      if (ancestors.at(-2).type === "LogicalExpression") return;
      const [first, ...others] = operands(node);
      arms.push(...others);
      for (const one of [first, ...others]) add("operand", [...ancestors, one], [[one]]);
    },
    SwitchStatement(node, _, ancestors) {
      node.cases.forEach((one, index) => {
        const first = begun(node.cases, index);
        arms.push(one);
        if (first) add("case", [...ancestors, one], [[first]]);
      });
    },
  });

  // Within it, what is entered at other times than the stretch itself.
  const stretch = (node) => ({ from: node.start, to: node.end, holes: [
    ...functions.filter((one) => isWithin(one, node)).map((one) => [one.start + 1, one.end]),
    ...arms.filter((one) => isWithin(one, node) && !isWithin(node, one))
      .map((one) => [one.start, one.end]),
  ] });
  // V8 counts anew behind what may jump away, but tells so only to the next `&&`, `||`, `??` or `?`:
  // what stands there was reached no more often than what stands right behind the jump.
  // Likewise, what is handed over in a chain was reached no more often than the chain's `?.` passed.
  const behind = ({ kind, node, statements, around: within }) => {
    if (kind === "function") return [];
    const last = statements.slice(0, -1).findLastIndex((statement) => left.some((jump) =>
      jump.around === within && isWithin(jump.node, statement)));
    const links = chains.filter((one) => one.around === within && isWithin(node, one));
    return [...(last < 0 ? [] : [opening(statements[last + 1])]), ...links.map(({ link }) => link)]
      .map(stretch);
  };
  const items = found.map((one) => ({ kind: one.kind, line: one.node.loc.start.line, within: null,
    from: one.node.start, to: one.node.end,
    ways: one.ways.map((way) => way.map(stretch)), behind: behind(one), count: 0,
    isPlaced: false }));
  const entries = new Map(found.map(({ kind, node }, index) =>
    [kind === "function" ? node : null, items[index]]));
  found.forEach((one, index) => {
    items[index].within = one.around ? entries.get(one.around) ?? null : null;
  });
  return items;
};
