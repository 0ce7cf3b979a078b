using System.ComponentModel.DataAnnotations;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Searching;

namespace SaleAuto.LowCode.Garage;

public enum VisitStatus
{
    Planned,
    Done,
    Missed,
}

/// <summary>An aggregate that guards its state.</summary>
public class Visit : FullAuditedAggregateRoot<Guid>, ISearchable
{
    private readonly List<VisitJob> _jobs = [];

    public Visit(Guid id, string number, Guid branchId, Guid mechanicId, DateTime start)
        : base(id) => (Number, BranchId, MechanicId, Start) = (number, branchId, mechanicId, start);

    private Visit()
    {
    }

    public string Number { get; private set; } = "";

    public Guid BranchId { get; private set; }

    public Guid MechanicId { get; private set; }

    public DateTime Start { get; private set; }

    public VisitStatus Status { get; private set; }

    public decimal? Price { get; private set; }

    public string? Note { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    public IReadOnlyList<VisitJob> Jobs => _jobs;

    public void Correct(decimal? price, string? note, DateOnly? paidOn) => (Price, Note, PaidOn) = (price, note, paidOn);

    public void SetJobs(IEnumerable<VisitJobInput> jobs)
    {
        var wanted = jobs.ToList();
        _jobs.RemoveAll(j => !wanted.Exists(w => w.Id == j.Id));
        foreach (var job in wanted)
        {
            if (_jobs.Find(j => j.Id == job.Id) is { } known)
            {
                known.Change(job.Work, job.Hours);
            }
            else
            {
                _jobs.Add(new VisitJob(Guid.CreateVersion7(), job.Work, job.Hours));
            }
        }
    }

    public void Finish(decimal price)
    {
        if (Status != VisitStatus.Planned)
        {
            throw new BusinessException("SaleAuto:Visits:WrongStatus");
        }
        (Status, Price) = (VisitStatus.Done, price);
    }
}

public class VisitJob : Entity<Guid>
{
    public VisitJob(Guid id, string work, int hours)
        : base(id) => (Work, Hours) = (work, hours);

    private VisitJob()
    {
    }

    public string Work { get; private set; } = "";

    public int Hours { get; private set; }

    public void Change(string work, int hours) => (Work, Hours) = (work, hours);
}

public sealed record VisitInput
{
    [Required, StringLength(10)]
    public string Number { get; init; } = "";

    public Guid BranchId { get; init; }

    public DateTime Start { get; init; }

    [Range(1, 1_000_000)]
    public decimal? Price { get; init; }

    [StringLength(200)]
    public string? Note { get; init; }

    public DateOnly? PaidOn { get; init; }

    public List<VisitJobInput> Jobs { get; init; } = [];
}

public sealed record VisitJobInput
{
    public Guid? Id { get; init; }

    [Required, StringLength(50)]
    public string Work { get; init; } = "";

    [Range(1, 99)]
    public int Hours { get; init; }
}

public sealed record FinishInput
{
    [Range(1, 1_000_000)]
    public decimal Price { get; init; }
}

public class VisitResource : ResourceDefinition<Visit, VisitInput>
{
    public const string PricePermission = "SaleAuto.Visits.Price";

    protected override void Define(ResourceBuilder<Visit, VisitInput> visit)
    {
        visit.Permissions("SaleAuto.Visits", "mechanic");
        visit.Grant("Update", "mechanic");

        visit.Column(x => x.Number).Sortable();
        visit.Column(x => x.BranchId).Reference<Branch>(branch => branch.Title);
        visit.Column(x => x.MechanicId).DetailOnly();
        visit.Column(x => x.Start).DefaultSortDescending();
        visit.Column(x => x.Status).Badge().Sortable();
        visit.Column(x => x.Price).Money().Total().Sortable().Permission(PricePermission);
        visit.Column(x => x.PaidOn).Sortable();
        visit.Column("isPaid", x => x.PaidOn != null);
        visit.Rollup<Branch, string?>("branchPhone", (row, branches) => branches.Where(b => b.Id == row.BranchId).Select(b => b.Phone).FirstOrDefault());
        visit.Search(x => x.Number, x => x.Note);
        visit.Filter(x => x.BranchId);
        visit.Filter(x => x.Status);
        visit.Filter(x => x.Start);
        visit.Filter(x => x.Price).Range();
        visit.Filter(x => x.PaidOn);
        visit.Filter("isPaid");
        visit.Filter(x => x.Note).Parts();

        visit.Field(x => x.Number).OnlyForCreation();
        visit.Field(x => x.BranchId).Lookup<Branch>(branch => branch.Title).OnlyForCreation();
        visit.Field(x => x.Start).OnlyForCreation().Default(x => x.Now);
        visit.Field(x => x.Price).Money().Permission(PricePermission).Inline();
        visit.Field(x => x.Note).Multiline();
        visit.Field(x => x.PaidOn);
        visit.Lines(x => x.Jobs, x => x.Jobs, job =>
        {
            job.Field(x => x.Work);
            job.Field(x => x.Hours);
        });
        visit.Rule(x => x.PaidOn is null || x.Price is not null, "SaleAuto:Visits:PaidWithoutPrice", nameof(VisitInput.PaidOn));

        visit.Create((id, input) => Make(id, input));
        visit.Update((entity, input) =>
        {
            entity.Correct(input.Price, input.Note, input.PaidOn);
            entity.SetJobs(input.Jobs);
        });
        visit.Delete();
        visit.RowFilter("mechanic", (row, person) => row.MechanicId == person);
        visit.Action<FinishInput>("Finish").VisibleWhen(x => x.Status == VisitStatus.Planned).Bulk()
            .Run((entity, input, _) => entity.Finish(input.Price));
        visit.Action("CallBack").Run((_, _) => throw new BusinessException("SaleAuto:Visits:NoPhone"));
    }

    private static Visit Make(Guid id, VisitInput input)
    {
        var visit = new Visit(id, input.Number, input.BranchId, Guid.Empty, input.Start);
        visit.Correct(input.Price, input.Note, input.PaidOn);
        visit.SetJobs(input.Jobs);
        return visit;
    }
}
