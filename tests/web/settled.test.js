// Whether anything is still to come: said once all that was put off is done, and each only once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { during, pending } from "./modules.js";

test("a map is settled once all that was put off is done, however often each says so", () => {
  const root = { dataset: {} };
  const [first, second] = [pending(root), pending(root)];
  assert.equal(root.dataset.settled, "no");
  first();
  first();
  assert.equal(root.dataset.settled, "no", "the second is still to come");
  second();
  assert.equal(root.dataset.settled, "yes");
  const third = pending(root);
  assert.equal(root.dataset.settled, "no");
  first();
  assert.equal(root.dataset.settled, "no");
  third();
  assert.equal(root.dataset.settled, "yes");
});

test("what takes a promise is done when it is kept, and when it is broken", async () => {
  for (const isKept of [true, false]) {
    const root = { dataset: {} };
    const { promise, resolve, reject } = Promise.withResolvers();
    const handed = during(root, promise);
    assert.equal(handed, promise);
    assert.equal(root.dataset.settled, "no");
    if (isKept) resolve(5);
    else reject(new Error("broken"));
    await promise.catch(() => null);
    assert.equal(root.dataset.settled, "yes");
  }
});
