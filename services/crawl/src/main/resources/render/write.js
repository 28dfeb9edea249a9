(limit) => {
  // Getters of the prototypes: an <input name="childNodes"> must not hide what is there.
  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return (node) => get.call(node);
  };
  const typeOf = getter(Node, "nodeType");
  const childrenOf = getter(Node, "childNodes");
  const nameOf = getter(Element, "localName");
  const attributesOf = getter(Element, "attributes");
  const shadowOf = getter(Element, "shadowRoot");
  const dataOf = getter(CharacterData, "data");
  const contentOf = getter(HTMLTemplateElement, "content");
  const assignedTo = (slot) => HTMLSlotElement.prototype.assignedNodes.call(slot, { flatten: true });

  const VOID = new Set(
    "area base br col embed hr img input link meta param source track wbr".split(" "),
  );
  const RAW = new Set("script style xmp iframe noembed noframes noscript plaintext".split(" "));
  const text = (s) =>
    s.replace(/&/g, "&amp;").replace(/\u00a0/g, "&nbsp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const value = (s) =>
    s.replace(/&/g, "&amp;").replace(/\u00a0/g, "&nbsp;").replace(/"/g, "&quot;");

  // What a reader sees as the children: the shadow tree, and in its slots what was put there.
  const shown = (element) => {
    if (element instanceof HTMLSlotElement) {
      const assigned = assignedTo(element);
      if (assigned.length) return assigned;
    }
    if (element instanceof HTMLTemplateElement) return childrenOf(contentOf(element));
    const shadow = shadowOf(element);
    return childrenOf(shadow || element);
  };
  const opening = (element) => {
    const attributes = Array.from(attributesOf(element), (it) => [it.name, it.value]);
    attributes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return (
      "<" + nameOf(element) + attributes.map(([n, v]) => " " + n + '="' + value(v) + '"').join("") + ">"
    );
  };

  const out = [];
  let size = 0;
  const put = (s) => {
    size += s.length;
    out.push(s);
  };
  // A stack instead of recursion: scripts build trees deeper than a call stack.
  const stack = [...childrenOf(document)].reverse().map((node) => ({ node, raw: false }));
  while (stack.length && size <= limit) {
    const { node, raw, end } = stack.pop();
    if (end) {
      put(end);
      continue;
    }
    switch (typeOf(node)) {
      case Node.ELEMENT_NODE: {
        const name = nameOf(node);
        put(opening(node));
        if (VOID.has(name)) break;
        stack.push({ end: "</" + name + ">" });
        const inside = [...shown(node)].reverse();
        for (const child of inside) stack.push({ node: child, raw: RAW.has(name) });
        break;
      }
      case Node.TEXT_NODE:
        put(raw ? dataOf(node) : text(dataOf(node)));
        break;
      case Node.COMMENT_NODE:
        put("<!--" + dataOf(node) + "-->");
        break;
      case Node.DOCUMENT_TYPE_NODE:
        put("<!DOCTYPE html>");
        break;
    }
  }
  return size > limit ? "" : out.join("");
}
