using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Accounting.Checks;
using SaleAuto.Calls;
using SaleAuto.Clients.SignIn;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Market;
using SaleAuto.Messages;
using SaleAuto.Reports;
using SaleAuto.Staff;
using SaleAuto.Users;
using SaleAuto.Valuations;
using SaleAuto.Workers;

namespace SaleAuto.Simulation;

/// <summary>
/// The program at work, with its workers, on a real database and a clock that is moved. It goes down in the middle of things now and then; whoever was pressing something then presses it again
/// once it is back.
/// </summary>
public sealed class Company(TestDatabase database, SimulationPlan plan, DateTime opensAt) : IAsyncDisposable
{
    private readonly Random _chances = new(unchecked((plan.Seed * 7919) + 1));
    private readonly PowerCut _power = new();
    private TestApplication _app = null!;
    private readonly Woken _woken = new();

    /// <summary>The moment, UTC.</summary>
    public DateTime Now { get; private set; } = opensAt;

    /// <summary>What went out.</summary>
    public Wire Wire { get; } = new(plan);

    /// <summary>How often the program ended in the middle of something.</summary>
    public int Cuts => _power.Count;

    /// <summary>Presses of people.</summary>
    public int Presses { get; private set; }

    /// <summary>Makes the tables, and the people who work here.</summary>
    public async Task OpenAsync()
    {
        Start();
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        await _app.InDatabaseAsync(async db =>
        {
            var roles = await db.Roles.ToDictionaryAsync(x => x.Name!, x => x.Id);
            foreach (var person in Team.All)
            {
                var staff = new StaffMember(person.Id, person.Login, person.Name);
                staff.LinkTelegram(person.ChatId);
                staff.SetDuty(true);
                db.AddRange(staff, new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { UserId = person.Id, RoleId = roles[person.Role] });
            }
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Nothing happens until then.</summary>
    public void Wait(DateTime until)
    {
        if (until > Now)
        {
            _app.Clock.Advance(until - Now);
            Now = until;
        }
    }

    /// <summary>A person presses something.</summary>
    /// <param name="staffId">Who.</param>
    /// <param name="press">What.</param>
    /// <param name="mayRepeat">Whether the same press counts once, so that it may be repeated when nobody heard the answer.</param>
    public Task<T> ByAsync<TService, T>(Guid staffId, Func<TService, Task<T>> press, bool mayRepeat = true)
        where TService : notnull => PressAsync(() => ActAsync(staffId, press), mayRepeat);

    /// <summary>A person presses something.</summary>
    public Task ByAsync<TService>(Guid staffId, Func<TService, Task> press, bool mayRepeat = true)
        where TService : notnull => ByAsync<TService, bool>(staffId, async service =>
    {
        await press(service);
        return true;
    }, mayRepeat);

    /// <summary>Somebody on the site, signed in or not.</summary>
    public Task<T> OnSiteAsync<TService, T>(Guid? clientId, Func<TService, Task<T>> press, bool mayRepeat = true)
        where TService : notnull => PressAsync(
        async () =>
        {
            _app.User.ClientId = clientId;
            try
            {
                return await _app.RunAsync(press);
            }
            finally
            {
                _app.User.ClientId = null;
            }
        },
        mayRepeat);

    /// <summary>A new row of a screen; such a press does not count once by itself, so nobody repeats it blindly.</summary>
    public async Task<Guid> CreateAsync(Guid staffId, string resource, object input) => (await PressAsync(() => CreateOnceAsync(staffId, resource, input), mayRepeat: false)).Id;

    /// <summary>A new row of a screen, without power cuts: for presses at the same moment.</summary>
    public Task<SavedRow> CreateOnceAsync(Guid staffId, string resource, object input) => ActAsync(
        staffId,
        (IServiceProvider services) =>
        {
            var model = services.GetRequiredService<IResourceRegistry>().Get(resource);
            return services.GetRequiredService<IResourceCommands>().CreateAsync(model, Read(input, model.FormFields), default);
        });

    /// <summary>Another value in a form.</summary>
    public Task UpdateAsync(Guid staffId, string resource, Guid id, object input) => ByAsync(
        staffId,
        (IServiceProvider services) =>
        {
            var model = services.GetRequiredService<IResourceRegistry>().Get(resource);
            return services.GetRequiredService<IResourceCommands>().UpdateAsync(model, id, Read(input, model.FormFields), UpdateBasis.Latest, default);
        });

    /// <summary>A button of a screen.</summary>
    public Task RunAsync(Guid staffId, string resource, string action, Guid id, object? input = null) =>
        PressAsync(() => RunOnceAsync(staffId, resource, action, id, input), mayRepeat: false);

    /// <summary>A button of a screen, without power cuts: for presses at the same moment.</summary>
    public Task<SavedRow> RunOnceAsync(Guid staffId, string resource, string action, Guid id, object? input = null) => ActAsync(
        staffId,
        (IServiceProvider services) =>
        {
            var model = services.GetRequiredService<IResourceRegistry>().Get(resource);
            var verb = model.FindAction(action) ?? throw new ArgumentException($"{resource} has no action {action}");
            return services.GetRequiredService<IResourceCommands>().RunActionAsync(model, verb, id, Read(input ?? new { }, verb.Fields), null, default);
        });

    /// <summary>Several people, or one with a nervous finger, at the same moment. Whoever is refused is refused by a rule, not by an accident.</summary>
    /// <returns>How many went through.</returns>
    public async Task<int> AtOnceAsync(params IReadOnlyList<Func<Task>> presses)
    {
        Presses += presses.Count;
        var outcomes = await Race.RunAsync(presses.Count, async x =>
        {
            await presses[x]();
            return true;
        });
        return outcomes.Count(x => x.Failure switch
        {
            null => true,
            BusinessException or RowChangedException => false,
            { } accident => throw new InvalidOperationException("Two at once", accident),
        });
    }

    /// <summary>Works as that person, whoever else works at the same time.</summary>
    public Task<T> ActAsync<TService, T>(Guid staffId, Func<TService, Task<T>> press)
        where TService : notnull => _app.RunAsync(async (IServiceProvider services) =>
    {
        using (services.GetRequiredService<IUserSwitch>().ActAs(staffId))
        {
            return await press(services.GetRequiredService<TService>());
        }
    });

    /// <summary>Looks into the database.</summary>
    public Task<T> LookAsync<T>(Func<SaleAutoDbContext, Task<T>> look) => _app.InDatabaseAsync(look);

    /// <summary>Asks the program on nobody's behalf.</summary>
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => _app.RunAsync(ask);

    /// <summary>Workers whose rows were just written.</summary>
    public async Task FollowSignalsAsync()
    {
        var raised = _woken.TakeAll();
        if (raised.Contains(typeof(ValuationWorker)))
        {
            await WorkAsync((ValuationWorker x) => x.RunAsync(default));
        }
        if (raised.Count > 0)
        {
            await WorkAsync((OutboxWorker x) => x.RunAsync(default));
        }
    }

    /// <summary>Every worker has its turn.</summary>
    public async Task WorkAsync()
    {
        await WorkAsync((ValuationWorker x) => x.RunAsync(default));
        await WorkAsync((CallReminderWorker x) => x.RunAsync(default));
        await WorkAsync((DealReminderWorker x) => x.RunAsync(default));
        await WorkAsync((ReassignmentWorker x) => x.RunAsync(default));
        await WorkAsync((OwnerDigestWorker x) => x.RunAsync(default));
        await WorkAsync((LedgerCheckWorker x) => x.RunAsync(default));
        await WorkAsync((OutboxWorker x) => x.RunAsync(default));
        await FollowSignalsAsync();
    }

    /// <summary>The nightly tidying up.</summary>
    public Task TidyAsync() => WorkAsync((SignInCleanupWorker x) => x.RunAsync(default));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private static ResourceInput Read(object input, IEnumerable<FieldModel> fields) => ResourceInput.FromJson(JsonSerializer.SerializeToElement(input, JsonSerializerOptions.Web), fields);

    // A cut in the middle of a worker costs its leases: the program is away until they have run out.
    private async Task WorkAsync<TWorker>(Func<TWorker, Task> work)
        where TWorker : notnull
    {
        if (_chances.Next(10_000) < plan.CutsPerTenThousand)
        {
            _power.Plan(PowerCutMoment.BeforeStatement, _chances.Next(1, 8));
        }
        try
        {
            await _app.RunAsync(work);
            _power.Forget();
        }
        catch (Exception failure) when (PowerCut.Caused(failure))
        {
            await ComeBackAsync();
            await _app.RunAsync(work);
        }
    }

    private async Task<T> PressAsync<T>(Func<Task<T>> press, bool mayRepeat)
    {
        Presses++;
        if (_chances.Next(10_000) < plan.CutsPerTenThousand)
        {
            _power.Plan((PowerCutMoment)_chances.Next(mayRepeat ? 3 : 2), _chances.Next(1, 12));
        }
        try
        {
            var answer = await press();
            _power.Forget();
            return answer;
        }
        catch (Exception failure) when (PowerCut.Caused(failure))
        {
            await ComeBackAsync();
            return await press();
        }
        finally
        {
            _power.Forget();
        }
    }

    private async Task ComeBackAsync()
    {
        var outage = TimeSpan.FromMinutes(_chances.Next(6, 40));
        await _app.DisposeAsync();
        _power.Restore();
        Start();
        Wait(Now + outage);
    }

    private void Start()
    {
        var configuration = new ConfigurationBuilder().Build();
        _app = new TestApplication(database, services =>
        {
            services.AddLogging(logging => logging.ClearProviders()); // a year of statements is more than the memory holds
            services.AddSaleAutoDataProtection(configuration);
            services.AddClientSignIn(configuration);
            services.AddOutboxDispatcher(configuration);
            services.AddScoped<ValuationWorker>();
            services.AddSingleton<IWorkSignal>(_woken);
            services.AddSingleton<FakeMarket>();
            services.AddSingleton<IVehicleLookup>(x => x.GetRequiredService<FakeMarket>());
            services.AddSingleton<IMarketSearch>(x => x.GetRequiredService<FakeMarket>());
            foreach (var sender in Wire.Senders)
            {
                services.AddSingleton(sender);
            }
            services.ConfigureDbContext<SaleAutoDbContext>(options => options.AddInterceptors(_power.Interceptors), ServiceLifetime.Singleton);
        });
        _app.Clock.Advance(Now - _app.Clock.Now);
    }

    private sealed class Woken : IWorkSignal
    {
        private readonly ConcurrentDictionary<Type, bool> _raised = [];

        public void Raise<TWorker>()
            where TWorker : IDueWorker => _raised[typeof(TWorker)] = true;

        public IReadOnlySet<Type> TakeAll()
        {
            var all = _raised.Keys.ToHashSet();
            _raised.Clear();
            return all;
        }
    }
}
