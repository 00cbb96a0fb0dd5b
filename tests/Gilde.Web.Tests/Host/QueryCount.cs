using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Host;

/// <summary>
/// Counts the queries of each request and says them in a response header. Start a server with it:
/// <c>GildeServer.Start(settings, adjust: QueryCount.Add)</c>, then ask <c>client.QueriesOf("/path")</c>.
/// </summary>
public sealed class QueryCount : DbCommandInterceptor, IStartupFilter
{
    private const string Header = "X-Queries";
    private static readonly AsyncLocal<List<string>?> Current = new();

    public static void Add(IServiceCollection services)
    {
        var count = new QueryCount();
        services.AddSingleton<IStartupFilter>(count);
        services.ConfigureDbContext<SqliteGildeDb>(o => o.AddInterceptors(count));
        services.ConfigureDbContext<PostgresGildeDb>(o => o.AddInterceptors(count));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            var queries = Current.Value = [];
            http.Response.OnStarting(() =>
            {
                http.Response.Headers[Header] = queries.Count.ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            });
            await rest(http);
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken stop = default)
    {
        Current.Value?.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken stop = default)
    {
        Current.Value?.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }
}

public static class QueryCounting
{
    /// <summary>How many queries a page costs, at the best of a few visits: one in two seconds also reads the session, which is then remembered.</summary>
    public static async Task<int> QueriesOf(this HttpClient client, string path)
    {
        var fewest = int.MaxValue;
        for (var visit = 0; visit < 4; visit++)
        {
            using var response = await client.GetAsync(path);
            response.EnsureSuccessStatusCode();
            fewest = Math.Min(fewest, int.Parse(response.Headers.GetValues("X-Queries").Single(), CultureInfo.InvariantCulture));
        }
        return fewest;
    }
}
