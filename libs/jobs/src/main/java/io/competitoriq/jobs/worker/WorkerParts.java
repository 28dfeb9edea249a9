package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.ledger.Backlog;
import io.competitoriq.jobs.ledger.Ledger;
import io.competitoriq.jobs.ledger.Turnover;
import io.competitoriq.jobs.maintenance.Relay;
import io.competitoriq.jobs.maintenance.TicketSupply;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.jobs.tickets.MarkerWait;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.jobs.tickets.Tickets;
import jakarta.enterprise.context.Dependent;

/// What every worker loop of the process works with.
@Dependent
record WorkerParts(
    Ledger ledger,
    Turnover turnover,
    Backlog backlog,
    Tickets tickets,
    MarkerWait marker,
    RedisLink redis,
    Relay relay,
    TicketSupply supply,
    JobRunner runner,
    Controls controls,
    QueueMeters meters) {}
