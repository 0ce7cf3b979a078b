using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Checks;

/// <summary>Nightly proofs of the books.</summary>
public sealed class LedgerCheckResource : ReadOnlyResourceDefinition<LedgerCheck>
{
    protected override void Define(ResourceBuilder<LedgerCheck, NoInput> check)
    {
        check.Menu(AdminMenu.Finance, icon: "shield-check", order: 95);
        check.Permissions("SaleAuto.LedgerChecks", StaffRoles.Owner);

        check.Label(x => x.Night);
        check.Column(x => x.Day).DefaultSortDescending();
        check.Column(x => x.CheckedAt);
        check.Column(x => x.Proofs);
        check.Column(x => x.Broken);
        check.Column(x => x.Figures).DetailOnly();
        check.Filter(x => x.Day);
        check.Filter(x => x.Broken);
    }
}
