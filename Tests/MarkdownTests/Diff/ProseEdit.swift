import Testing

/// Markdown before and after, and the marked HTML that is expected.
struct ProseEdit: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let old: String
  let new: String
  let expected: String

  init(_ name: String, _ old: String, _ new: String, _ expected: String) {
    (testDescription, self.old, self.new, self.expected) = (name, old, new, expected)
  }

  static let all = [
    ProseEdit(
      "a word is replaced",
      "We sell to small shops.",
      "We sell to large shops.",
      """
      <p class="diff-changed" data-diff="changed">We sell to <del>small</del><ins>large</ins> shops.</p>

      """),
    ProseEdit(
      "a word comes",
      "a c",
      "a b c",
      """
      <p class="diff-changed" data-diff="changed">a <ins>b </ins>c</p>

      """),
    ProseEdit(
      "a word goes",
      "a b c",
      "a c",
      """
      <p class="diff-changed" data-diff="changed">a <del>b </del>c</p>

      """),
    ProseEdit(
      "a sentence comes at the end",
      "Hello world.",
      "Hello world. New sentence here.",
      """
      <p class="diff-changed" data-diff="changed">Hello world.<ins> New sentence here.</ins></p>

      """),
    ProseEdit(
      "a sentence comes where a sentence begins",
      "One here. Two there.",
      "One here. Added one. Two there.",
      """
      <p class="diff-changed" data-diff="changed">One here. <ins>Added one. </ins>Two there.</p>

      """),
    ProseEdit(
      "words in a link and markup change quietly",
      "We met [Anna](anna.md) and *talked* about it.",
      "We met [Anna Berg](anna.md) and talked about **it**.",
      """
      <p class="diff-changed" data-diff="changed">We met <a href="anna.md">Anna<ins> Berg</ins></a> and talked \
      about <strong>it</strong>.</p>

      """),
    ProseEdit(
      "numbers are one word",
      "Price is 1,000 EUR",
      "Price is 1,500 EUR",
      """
      <p class="diff-changed" data-diff="changed">Price is <del>1,000</del><ins>1,500</ins> EUR</p>

      """),
    ProseEdit(
      "words inside a link",
      "See [old words](a.md) now",
      "See [new words](a.md) now",
      """
      <p class="diff-changed" data-diff="changed">See <a href="a.md"><del>old</del><ins>new</ins> words</a> now</p>

      """),
    ProseEdit(
      "words and destination of a link",
      "See [old words](a.md) now",
      "See [old words](b.md) now",
      """
      <p class="diff-changed" data-diff="changed">See <a href="b.md">old words</a> now</p>

      """),
    ProseEdit(
      "destination alone is no word",
      "See old words now",
      "See [old words](b.md) now",
      """
      <p class="diff-changed" data-diff="changed">See <a href="b.md">old words</a> now</p>

      """),
    ProseEdit(
      "words become a link",
      "See [old words](b.md) now",
      "See now",
      """
      <p class="diff-changed" data-diff="changed">See<del> </del><a href="b.md"><del>old words</del></a> now</p>

      """),
    ProseEdit(
      "a link goes",
      "- one\n- two\n- three",
      "- one\n- two\n- two and a half\n- three",
      """
      <ul>
      <li>one</li>
      <li>two</li>
      <li class="diff-added" data-diff="added"><ins>two and a half</ins></li>
      <li>three</li>
      </ul>

      """),
    ProseEdit(
      "an item comes",
      "1. one\n2. two\n3. three\n4. four",
      "1. one\n2. three\n3. four\n4. five",
      """
      <ol>
      <li value="1">one</li>
      <li class="diff-removed" value="2" data-diff="removed"><del>two</del></li>
      <li value="2">three</li>
      <li value="3">four</li>
      <li class="diff-added" value="4" data-diff="added"><ins>five</ins></li>
      </ol>

      """),
    ProseEdit(
      "numbers of items stay true",
      "- [ ] call Anna\n- [x] write",
      "- [x] call Anna\n- [x] write",
      """
      <ul>
      <li class="task diff-changed" data-diff="changed"><ins><input type="checkbox" checked disabled \
      aria-label="call Anna" /></ins> call Anna</li>
      <li class="task"><input type="checkbox" checked disabled aria-label="write" /> write</li>
      </ul>

      """),
    ProseEdit(
      "a task is done",
      "|a|b|\n|-|-|\n|1|2|\n|3|4|",
      "|a|b|\n|-|-|\n|1|5|\n|3|4|\n|6|7|",
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th>b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="diff-changed" data-diff="changed"><del>2</del><ins>5</ins></td>
      </tr>
      <tr>
      <td>3</td>
      <td>4</td>
      </tr>
      <tr class="diff-added" data-diff="added">
      <td><ins>6</ins></td>
      <td><ins>7</ins></td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    ProseEdit(
      "cells and rows",
      "|a|b|\n|-|-|\n|1|2|\n|3|4|",
      "|a|x|b|\n|-|-|-|\n|1|q|2|\n|3||4|",
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th class="diff-added" data-diff="added"><ins>x</ins></th>
      <th>b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="diff-added" data-diff="added"><ins>q</ins></td>
      <td>2</td>
      </tr>
      <tr>
      <td>3</td>
      <td class="diff-added" data-diff="added"></td>
      <td>4</td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    ProseEdit(
      "a column comes",
      "```sh\na\nb\nc\n```",
      "```sh\na\nB\nc\nd\n```",
      """
      <pre class="diff-changed" data-diff="changed"><code class="language-sh">a
      <del>b
      </del><ins>B
      </ins>c
      <ins>d
      </ins></code></pre>

      """),
    ProseEdit(
      "lines of code",
      "x ~~struck~~ y",
      "x ~~struck~~ z",
      """
      <p class="diff-changed" data-diff="changed">x <s>struck</s> <del>y</del><ins>z</ins></p>

      """),
    ProseEdit(
      "struck words are no change",
      "a[^1] b\n\n[^1]: the note",
      "a[^1] c[^2]\n\n[^1]: the note\n[^2]: second",
      """
      <p class="diff-changed" data-diff="changed">a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" \
      data-footnote-ref>1</a></sup> <del>b</del><ins>c<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" \
      data-footnote-ref>2</a></sup></ins></p>
      <section class="footnotes" data-footnotes>
      <ol>
      <li id="fn-1">
      <p>the note <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to \
      content">↩</a></p>
      </li>
      <li id="fn-2" class="diff-added" data-diff="added">
      <p><ins>second <a href="#fnref-2" class="footnote-backref" data-footnote-backref aria-label="Back to \
      content">↩</a></ins></p>
      </li>
      </ol>
      </section>

      """),
    ProseEdit(
      "footnotes",
      "# T\n\n## A\n\np1\n\np2\n\n## B\n\np3\n\np4\n\np5\n\nlast here it is",
      "# T\n\n## A\n\np1\n\np2\n\n## B\n\np3\n\np4\n\np5\n\nlast here it was",
      """
      <h1 id="t">T <a class="heading-anchor" href="#t" aria-label="Link to section: T">#</a></h1>
      <p class="diff-gap" data-blocks="3"></p>
      <h2 id="b">B <a class="heading-anchor" href="#b" aria-label="Link to section: B">#</a></h2>
      <p class="diff-gap" data-blocks="2"></p>
      <p>p5</p>
      <p class="diff-changed" data-diff="changed">last here it <del>is</del><ins>was</ins></p>

      """),
    ProseEdit(
      "unchanged blocks are folded and headings stay",
      "text\n\n![a](b.png)",
      "text\n\n![a](c.png)",
      """
      <p>text</p>
      <p class="diff-changed" data-diff="changed"><del><img src="b.png" alt="a" loading="lazy" /></del><ins><img \
      src="c.png" alt="a" loading="lazy" /></ins></p>

      """),
    ProseEdit(
      "another image",
      "> quote one two three four\n\npara",
      "> quote one two three five\n\npara",
      """
      <blockquote>
      <p class="diff-changed" data-diff="changed">quote one two three <del>four</del><ins>five</ins></p>
      </blockquote>
      <p>para</p>

      """),
    ProseEdit(
      "inside a quotation",
      "- a\n- b",
      "- a\n\n- b",
      """
      <p class="diff-gap" data-blocks="1"></p>

      """),
    ProseEdit(
      "an apostrophe belongs to its word",
      "> [!NOTE]\n> hello there",
      "> [!WARNING]\n> hello there",
      """
      <div role="note" class="alert alert-warning diff-changed" data-diff="changed">
      <p class="alert-title diff-changed" data-diff="changed"><del>Note</del><ins>Warning</ins></p>
      <p>hello there</p>
      </div>

      """),
    ProseEdit(
      "another kind of alert",
      "## Head [x](y)\n\ntext",
      "### Head [x](y)\n\ntext",
      """
      <h3 id="head-x" class="diff-changed" data-diff="changed">Head <a href="y">x</a> <a class="heading-anchor" \
      href="#head-x" aria-label="Link to section: Head x">#</a></h3>
      <p>text</p>

      """),
    ProseEdit(
      "another level of a heading",
      "- item\n  - sub one\n  - sub two",
      "- item changed now\n  - sub one\n  - sub three",
      """
      <ul>
      <li class="diff-changed" data-diff="changed">item<ins> changed now</ins>
      <ul>
      <li>sub one</li>
      <li class="diff-changed" data-diff="changed">sub <del>two</del><ins>three</ins></li>
      </ul>
      </li>
      </ul>

      """),
    ProseEdit(
      "a joined sign, a flag and an accent are never taken apart", "alpha 👩‍👩‍👧 beta 🇸🇪 gamma +\u{301} delta",
      "alpha 👩‍👩‍👦 beta 🇸🇬 gamma +\u{300} delta",
      """
      <p class="diff-changed" data-diff="changed">alpha <del>👩‍👩‍👧</del><ins>👩‍👩‍👦</ins> beta <del>🇸🇪</del><ins>🇸🇬</ins> \
      gamma <del>+\u{301}</del><ins>+\u{300}</ins> delta</p>

      """),
    ProseEdit(
      "an entity is one sign", "here a < b there", "here a > b there",
      """
      <p class="diff-changed" data-diff="changed">here a <del>&lt;</del><ins>&gt;</ins> b there</p>

      """),
  ]
}
