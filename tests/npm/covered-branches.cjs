// The branches and functions of a source, as Istanbul counts them.
const { parse } = require("acorn");
const { ancestor } = require("acorn-walk");

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const isFunction = (node) => FUNCTIONS.includes(node.type);

// A stretch of the source that is entered as often as is counted where it begins. `holes` are
// functions within it, which are entered at other times.
const part = (node, holes) =>
  ({ from: node.start, to: node.end, holes, count: 0, isPlaced: false });

/**
 * @returns {{ kind: string, line: number, parts: object[], within: object | null }[]} What can run
 *   or not; with two parts it ran as often as the first without the second. `within` is the
 *   function around it.
 */
exports.branchesOf = function (text, name) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true,
    sourceFile: name });
  const [items, functions, waiting] = [[], [], []];
  const holesOf = (node) => functions.filter((one) => one.start >= node.start && one.end <= node.end);

  // Once all functions are known.
  const add = (kind, node, ancestors, nodes) => {
    const around = ancestors.findLast((one) => one !== node && isFunction(one));
    waiting.push(() => {
      const parts = nodes.map((one) => part(one, holesOf(one)));
      items.push({ kind, line: node.loc.start.line, parts, around, node });
    });
  };

  const onFunction = (node, _, ancestors) => {
    functions.push(node);
    // What is called where it stands is the wrapper of a file, no function of it.
    const [file, statement, call] = ancestors;
    const isWrapper = file.type === "Program" && statement.type === "ExpressionStatement" &&
      call.type === "CallExpression" && call.callee === node;
    if (!isWrapper) add("function", node, ancestors, [node.body]);
  };
  const leaves = (node) => node.type === "LogicalExpression"
    ? [...leaves(node.left), ...leaves(node.right)] : [node];
  ancestor(tree, {
    ...Object.fromEntries(FUNCTIONS.map((type) => [type, onFunction])),
    IfStatement(node, _, ancestors) {
      add("if", node, ancestors, [node.consequent]);
      const other = node.alternate ? [node.alternate] : [node.test, node.consequent];
      add("else", node, ancestors, other);
    },
    ConditionalExpression(node, _, ancestors) {
      add("?", node, ancestors, [node.consequent]);
      add(":", node, ancestors, [node.alternate]);
    },
    LogicalExpression(node, _, ancestors) {
      // Istanbul counts a chain once, whatever its operators.
      if (ancestors.at(-2)?.type === "LogicalExpression") return;
      for (const one of leaves(node)) add("operand", one, [...ancestors, one], [one]);
    },
    SwitchStatement(node, _, ancestors) {
      // A case without statements of its own runs on into the next one's.
      node.cases.forEach((one, index) => {
        const next = node.cases.slice(index).find(({ consequent }) => consequent.length);
        if (next) add("case", one, ancestors, [next.consequent[0]]);
      });
    },
  });
  for (const one of waiting) one();
  const entries = new Map(items.filter(({ kind }) => kind === "function")
    .map((item) => [item.node, item]));
  return items.map(({ kind, line, parts, around }) =>
    ({ kind, line, parts, within: entries.get(around) ?? null }));
};
