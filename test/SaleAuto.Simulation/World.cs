using System.Security.Cryptography;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;
using SaleAuto.Simulation.People;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation;

/// <summary>What the people of the simulation share: the program, the agenda and the notes.</summary>
public sealed class World(Company company, Agenda agenda, SimulationPlan plan)
{
    private int _stories;

    public Company Company => company;

    public Agenda Agenda => agenda;

    public PlainBooks Books { get; } = new();

    public PlainLeads Leads { get; } = new();

    /// <summary>Versions of the policy, oldest first.</summary>
    public List<PlainPolicy> Policies { get; } = [PlainPolicy.Delivered];

    public DateTime Now => company.Now;

    /// <summary>Stories of clients by their request.</summary>
    public Dictionary<Guid, ClientStory> Stories { get; } = [];

    /// <summary>Presses at the same moment.</summary>
    public int Races { get; set; }

    /// <summary>Races in which not exactly one went through.</summary>
    public List<string> BrokenRaces { get; } = [];

    /// <summary>The company's day of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>By the clocks of the company, which know no summer time.</summary>
    public static DateTime LocalOf(DateTime utc) => utc.AddHours(3);

    /// <summary>When people work: by day, from 9 to 21.</summary>
    public static DateTime ByDay(DateTime utc)
    {
        var local = LocalOf(utc);
        var opens = local.Date.AddHours(9);
        return local.Hour is >= 9 and < 21 ? utc : (local < opens ? opens : opens.AddDays(1)).AddMinutes(local.Minute / 2).AddHours(-3);
    }

    /// <summary>The version for sales of that day.</summary>
    public PlainPolicy PolicyOf(DateOnly day) => Policies.Where(x => x.From <= day).OrderBy(x => x.From).Last();

    /// <summary>Chances of a story of its own: what others do does not change them.</summary>
    public Random NewChances() => new(unchecked((plan.Seed * 1_000_003) + (++_stories * 7919)));

    /// <summary>A working moment within the days from now.</summary>
    public DateTime InDays(Random chances, double from, double to) => ByDay(Now.AddMinutes(chances.Next((int)(from * 1440 / plan.Haste), (int)(to * 1440 / plan.Haste))));

    /// <summary>A press that a rule may refuse.</summary>
    /// <returns>The code of the refusal, or null.</returns>
    public static async Task<string?> TryAsync(Func<Task> press, params IReadOnlyList<string> mayBe)
    {
        try
        {
            await press();
            return null;
        }
        catch (BusinessException refusal) when (mayBe.Contains(refusal.Code))
        {
            return refusal.Code;
        }
    }

    /// <summary>The same thing done by two at the same moment: one of them does it.</summary>
    public async Task RaceAsync(string what, Func<Task> one, Func<Task> other)
    {
        Races++;
        var through = await company.AtOnceAsync(one, other);
        if (through != 1)
        {
            BrokenRaces.Add($"{what}: {through} of two went through at {Now:u}");
        }
    }

    /// <summary>A picture that the person took and that no record names yet.</summary>
    public Task<Guid> PhotographAsync(Guid staffId) => company.LookAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        db.Add(new StoredFile(id, "photo.jpg", new FileFacts("image/jpeg", 1000, Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray())), 640, 480), $"files/{id:N}", staffId, Now));
        await db.SaveChangesAsync();
        return id;
    });
}
