using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gilde.Web.Tests.Host;

/// <summary>Keeps what a server says went wrong: <c>GildeServer.Start(settings, adjust: complaints.Add)</c>.</summary>
public sealed class Complaints : ILoggerProvider
{
    private readonly ConcurrentQueue<string> all = new();

    public void Add(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    /// <summary>Waits until a part of the server has complained.</summary>
    public Task From<TPart>() => Eventually.Is(() => Task.FromResult(all.Any(line => line.Contains(typeof(TPart).Name, StringComparison.Ordinal))), $"{typeof(TPart).Name} complains");

    public ILogger CreateLogger(string category) => new Pen(this, category);

    public void Dispose() { }

    private sealed class Pen(Complaints complaints, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Error;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> words) =>
            complaints.all.Enqueue($"{category}: {words(state, error)} {error}");
    }
}
