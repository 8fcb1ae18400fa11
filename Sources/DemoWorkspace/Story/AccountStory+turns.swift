extension AccountStory {
  /// Carries out what was settled for today.
  mutating func perform(_ happening: Happening) {
    switch happening {
    case .openDeal: openLater()
    case .renew: renew()
    case .goLive: goLive()
    case .endOfContract: endContract()
    case .erasure: erase()
    case .handover: handOver()
    case .folderMove: moveFolder()
    case .insight(let number): conclude(from: number)
    case .settleInsight(let number): settle(insight: number)
    case .closeTask(let number): close(task: number)
    case .dropTask(let number):
      account.tasks[number].isDeleted = true
      mark(.task(number))
      emit("remove a dropped task", by: account.executive, weight: 1)
    case .dropInteraction(let number):
      account.interactions[number].isDeleted = true
      mark(.interaction(number))
      emit("remove a double of the calendar", by: Vendor.operations, weight: 2)
    case .leaving(let number): leave(number)
    case .reopen(let number): reopen(number)
    case .polish: polish()
    }
  }

  private mutating func openLater() {
    guard account.lifecycle == .prospect || account.lifecycle == .customer else { return }
    let number = addDeal(createdOn: today)
    if account.deals.count == 1 {
      writeProfile()
      mark(.profile)
    }
    if account.deals[number].type == "expansion", account.stage == "success" {
      account.stage = "expansion"
      mark(.profile)
    }
    emit("open \(account.deals[number].slug)", by: account.executive, weight: 8)
  }

  private mutating func leave(_ number: Int) {
    guard account.contacts.count(where: { $0.leftOn == nil }) > 1 else { return }
    account.contacts[number].leftOn = today - dice.within(1...20)
    account.contacts[number].isNotToBeContacted = true
    mark(.contacts)
    for deal in account.deals where deal.stage.isOpen {
      account.deals[deal.number].luck = deal.luck * 2 / 3
    }
    emit("\(account.contacts[number].name) has left", by: account.executive, weight: 7)
  }

  private mutating func handOver() {
    guard account.executive == Vendor.leaver else { return }
    account.executive = Vendor.successor
    mark(.profile)
    for deal in account.deals where deal.stage.isOpen && deal.owner == Vendor.leaver {
      account.deals[deal.number].owner = Vendor.successor
      account.deals[deal.number].step?.owner = Vendor.successor
      account.deals[deal.number].changes.append(
        Deal.Change(field: "owner", from: Vendor.leaver, to: Vendor.successor, day: today))
      mark(.deal(deal.number))
    }
    for (number, task) in account.tasks.enumerated() where task.status == "open" && task.owner == Vendor.leaver {
      account.tasks[number].owner = Vendor.successor
      mark(.task(number))
    }
    emit("handover", by: Vendor.operations, weight: 9, batch: "handover")
  }

  // The company takes another name, and its folder follows.
  private mutating func moveFolder() {
    let slug = account.slug
    account.formerNames = [account.name]
    account.name = "\(account.word) \(["Group", "Holding", "International"][account.index % 3])"
    account.slug = Slug.of(account.name) + "-\(account.index)"
    markAll()
    let group = account.name
    account.name = account.formerNames[0]
    emit("is now \(group), folder moved from \(slug)", by: Vendor.operations, weight: 9)
    account.name = group
    // The profile carries the new name.
    mark(.profile)
    emit("profile under the new name", by: account.executive, weight: 3)
  }
}
