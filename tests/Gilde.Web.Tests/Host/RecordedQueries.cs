using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Host;

/// <summary>A query as it went to the database.</summary>
public sealed record RecordedQuery(string Text, IReadOnlyList<DbParameter> Parameters);

/// <summary>Keeps the queries of requests that ask for it by a header, to have them explained.</summary>
public sealed class RecordedQueries : DbCommandInterceptor, IStartupFilter
{
    private const string Header = "X-Record";
    private readonly AsyncLocal<ConcurrentQueue<RecordedQuery>?> current = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RecordedQuery>> recorded = new();

    public void Add(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter>(this);
        services.ConfigureDbContext<SqliteGildeDb>(o => o.AddInterceptors(this));
        services.ConfigureDbContext<PostgresGildeDb>(o => o.AddInterceptors(this));
    }

    /// <summary>Asks for a page and returns what it read, once its sessions and caches are warm.</summary>
    public async Task<IReadOnlyList<RecordedQuery>> Of(HttpClient client, string path)
    {
        var name = Guid.NewGuid().ToString("N");
        foreach (var record in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (record) request.Headers.Add(Header, name);
            using var answer = await client.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        }
        return [.. recorded.GetValueOrDefault(name, [])];
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            current.Value = http.Request.Headers[Header].ToString() is { Length: > 0 } name ? recorded.GetOrAdd(name, _ => new()) : null;
            return rest(http);
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken stop = default)
    {
        current.Value?.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        return ValueTask.FromResult(result);
    }

    private static DbParameter Copy(DbParameter parameter) =>
        parameter is ICloneable cloneable ? (DbParameter)cloneable.Clone() : new Microsoft.Data.Sqlite.SqliteParameter(parameter.ParameterName, parameter.Value);
}
