internal import CLibgit2

/// What `.mailmap` says: under which name and address people are known now.
package final class Mailmap {
  private let handle: Owned

  /// Reads the text of a `.mailmap`; lines that are none change nobody.
  package init(_ text: [UInt8]) throws(GitError) {
    // Never an empty buffer, whose address may be nil.
    let text = text + [0x0A]
    handle = try Owned("read .mailmap", free: git_mailmap_free) { created in
      text.withUnsafeBytes { bytes in
        git_mailmap_from_buffer(&created, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      }
    }
  }

  /// The author as they are known now.
  package func resolved(_ author: Author) -> Author {
    handle.withPointer { pointer in
      var (name, email) = (UnsafePointer<CChar>?.none, UnsafePointer<CChar>?.none)
      // The answer points into the map or into what was asked, so it is copied before either ends.
      return author.name.withCString { oldName in
        author.email.withCString { oldEmail in
          guard git_mailmap_resolve(&name, &email, pointer, oldName, oldEmail) == 0, let name, let email else {
            return author
          }
          return Author(name: String(cString: name), email: String(cString: email))
        }
      }
    }
  }
}
