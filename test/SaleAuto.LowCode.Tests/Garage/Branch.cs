using System.ComponentModel.DataAnnotations;
using SaleAuto.Entities;
using SaleAuto.Searching;

namespace SaleAuto.LowCode.Garage;

/// <summary>A directory: written directly.</summary>
public class Branch : FullAuditedAggregateRoot<Guid>, ISearchable
{
    [Required, StringLength(40)]
    public string Title { get; private set; } = "";

    [StringLength(20)]
    public string? Phone { get; private set; }

    [Range(0, 100)]
    public int Lifts { get; private set; }
}

public class BranchResource : ResourceDefinition<Branch>
{
    protected override void Define(ResourceBuilder<Branch, Branch> branch)
    {
        branch.Permissions("SaleAuto.Branches");
        branch.Field(x => x.Title).Inline();
        branch.Field(x => x.Phone).Phone();
        branch.Field(x => x.Lifts);
        branch.Search(x => x.Title, x => x.Phone);
        branch.Filter(x => x.Title);
        branch.Column(x => x.Title).DefaultSort();
        branch.Related<Visit>(visit => visit.BranchId);
        branch.Rollup<Visit, int>("visits", (row, visits) => visits.Count(v => v.BranchId == row.Id));
    }
}
