extension PackTemplate {
  /// What packs look like where a workspace keeps no template for a tier.
  static let builtIn = """
    ## {{customer.name}}

    As of {{as_of}} · commit {{commit}} · tier {{tier}} · volume {{volume}} of {{volumes}} · about {{tokens}} tokens
    Freshness: {{freshness}}
    Left out: {{omitted}}

    {{customer.body}}

    ## State

    {{customer.lifecycle}} · {{customer.account_stage}} · health {{health.score}} ({{health.band}})
    ARR {{customer.arr}} · renewal on {{customer.renewal_on}} · notice {{customer.notice_days}} days
    Owners: {{customer.owners}}
    Next step: {{next_step}}

    ## Alerts, risks, promises

    {{#alerts}}
    - {{fired_at}} {{title}} ({{severity}}): {{because}}
    {{/alerts}}
    {{#promises}}
    - {{due}} {{owner}}: {{text}}
    {{/promises}}
    {{#risks}}
    - {{statement}}
    {{/risks}}
    {{^alerts}}No open alerts.{{/alerts}}

    ## Open deals

    {{#deals}}
    ### {{name}}

    {{stage}} since {{stage_entered_on}} · {{amount}} · expected {{close_on}} · owner {{owner}}
    Next step: {{next_step}}
    Missing for the next stage: {{missing}}
    {{body}}
    {{/deals}}
    {{^deals}}No open deals.{{/deals}}

    ## People

    {{#people}}
    - {{name}}, {{title}}: {{role}}, stance {{stance}}, last two-way contact {{last_two_way_on}}
    {{/people}}
    {{^people}}Nobody on file.{{/people}}

    ## Recent interactions

    {{#interactions}}
    ### {{date}} {{kind}}: {{subject}}

    {{participants}}
    {{body}}
    {{/interactions}}
    {{^interactions}}None on file.{{/interactions}}

    ## Tasks and agenda

    {{#tasks}}
    - {{due}} {{owner}}: {{title}}
    {{/tasks}}
    {{^tasks}}No open tasks.{{/tasks}}

    ## Accepted insights

    {{#insights}}
    - {{kind}}: {{statement}} (confidence {{confidence}})
    {{/insights}}
    {{^insights}}None accepted yet.{{/insights}}

    ## Usage, support, billing

    Usage {{usage.trend}} · seats {{usage.seats}} · open tickets {{support.open}} · invoices late {{billing.late}}

    ## Competition

    {{#competitors}}
    - {{name}}: {{thirty_second_answer}}
    {{/competitors}}
    {{^competitors}}Nobody named.{{/competitors}}

    ## History

    {{#history}}
    - {{date}} {{text}}
    {{/history}}
    {{^history}}No history on file.{{/history}}
    """
}
