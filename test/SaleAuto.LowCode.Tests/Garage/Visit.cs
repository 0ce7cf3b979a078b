using System.ComponentModel.DataAnnotations;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Files;
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

    [StoredFileId]
    public Guid? ActFileId { get; private set; }

    [StoredFileId]
    public List<Guid> Pictures { get; private set; } = [];

    public IReadOnlyList<VisitJob> Jobs => _jobs;

    public void Attach(Guid? actFileId, IEnumerable<Guid> pictures) => (ActFileId, Pictures) = (actFileId, [.. pictures]);

    public void Correct(decimal? price, string? note, DateOnly? paidOn) => (Price, Note, PaidOn) = (price, note, paidOn);

    public void SetJobs(IEnumerable<VisitJobInput> jobs)
    {
        var wanted = jobs.ToList();
        _jobs.RemoveAll(j => !wanted.Exists(w => w.Id == j.Id));
        foreach (var job in wanted)
        {
            if (_jobs.Find(j => j.Id == job.Id) is { } known)
            {
                known.Change(job.Work, job.Hours, job.PhotoId);
            }
            else
            {
                _jobs.Add(new VisitJob(Guid.CreateVersion7(), job.Work, job.Hours, job.PhotoId));
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
    public VisitJob(Guid id, string work, int hours, Guid? photoId = null)
        : base(id) => (Work, Hours, PhotoId) = (work, hours, photoId);

    private VisitJob()
    {
    }

    public string Work { get; private set; } = "";

    public int Hours { get; private set; }

    [StoredFileId]
    public Guid? PhotoId { get; private set; }

    public void Change(string work, int hours, Guid? photoId) => (Work, Hours, PhotoId) = (work, hours, photoId);
}

/// <summary>A table without a screen of its own.</summary>
public class TowTicket : Entity<Guid>
{
    public TowTicket(Guid id, Guid scanFileId)
        : base(id) => ScanFileId = scanFileId;

    private TowTicket()
    {
    }

    [StoredFileId]
    public Guid ScanFileId { get; private set; }
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

    public Guid? ActFileId { get; init; }

    public List<Guid> Pictures { get; init; } = [];

    public List<VisitJobInput> Jobs { get; init; } = [];
}

public sealed record VisitJobInput
{
    public Guid? Id { get; init; }

    [Required, StringLength(50)]
    public string Work { get; init; } = "";

    [Range(1, 99)]
    public int Hours { get; init; }

    public Guid? PhotoId { get; init; }
}

public sealed record FinishInput
{
    [Range(1, 1_000_000)]
    public decimal Price { get; init; }

    [Range(0, 100)]
    public int? Discount { get; init; }

    public Guid? ActFileId { get; init; }
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
        visit.Column(x => x.ActFileId).File().DetailOnly();
        visit.Column(x => x.Pictures).Images().DetailOnly();
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
        visit.Field(x => x.ActFileId).File();
        visit.Field(x => x.Pictures).Images();
        visit.Lines(x => x.Jobs, x => x.Jobs, job =>
        {
            job.Field(x => x.Work);
            job.Field(x => x.Hours);
            job.Field(x => x.PhotoId).Image();
        });
        visit.Rule(x => x.PaidOn is null || x.Price is not null, "SaleAuto:Visits:PaidWithoutPrice", nameof(VisitInput.PaidOn));

        visit.Create((id, input) => Make(id, input));
        visit.Update((entity, input) =>
        {
            entity.Correct(input.Price, input.Note, input.PaidOn);
            entity.SetJobs(input.Jobs);
            entity.Attach(input.ActFileId, input.Pictures);
        });
        visit.Delete();
        visit.RowFilter("mechanic", (row, person) => row.MechanicId == person);
        var finish = visit.Action<FinishInput>("Finish").VisibleWhen(x => x.Status == VisitStatus.Planned).Bulk()
            .Prefill(row => new FinishInput { ActFileId = row.ActFileId })
            .Run((entity, input, _) =>
            {
                entity.Finish(input.Price * (100 - (input.Discount ?? 0)) / 100);
                entity.Attach(input.ActFileId, entity.Pictures);
            });
        finish.Field(x => x.Price);
        finish.Field(x => x.Discount).Permission(PricePermission);
        finish.Field(x => x.ActFileId).File();
        visit.Action("CallBack").Run((_, _) => throw new BusinessException("SaleAuto:Visits:NoPhone"));
    }

    private static Visit Make(Guid id, VisitInput input)
    {
        var visit = new Visit(id, input.Number, input.BranchId, Guid.Empty, input.Start);
        visit.Correct(input.Price, input.Note, input.PaidOn);
        visit.SetJobs(input.Jobs);
        visit.Attach(input.ActFileId, input.Pictures);
        return visit;
    }
}
